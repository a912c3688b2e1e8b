import { hasEarlierOrder } from "../attribution/earlier-order"
import { GROUP_MEMBERS } from "../store/group-members"

/** What rules look at in a product, as JSON, also of one that was deleted: a rule for a category is one for those below it. */
export const productFacts = (product: string): string => `
  jsonb_build_object('product_id', ${product}.id, 'collection_id', ${product}.collection_id, 'type_id', ${product}.type_id,
    'tag_ids', (SELECT coalesce(jsonb_agg(tag.product_tag_id), '[]') FROM product_tags tag WHERE tag.product_id = ${product}.id),
    'category_ids', (
      SELECT coalesce(jsonb_agg(DISTINCT above.id), '[]') FROM product_category_product placed
      CROSS JOIN LATERAL (SELECT mpath FROM product_category WHERE id = placed.product_category_id LIMIT 1) category
      CROSS JOIN LATERAL unnest(string_to_array(category.mpath, '.')) above(id)
      WHERE placed.product_id = ${product}.id))`

/**
 * What rules look at in lines, as a query of `id` and `facts`. The facts of a product are computed where the product is looked up, because
 * PostgreSQL remembers what it found for products that come again.
 *
 * @param items a query of `item_id`.
 */
export const lineFacts = (items: string): string => `
  SELECT line_item.id, jsonb_strip_nulls(coalesce(product.facts, '{"tag_ids": [], "category_ids": []}')
           || jsonb_build_object('type_id', coalesce(line_item.product_type_id, product.facts ->> 'type_id'))) AS facts
  FROM (${items}) item
  CROSS JOIN LATERAL (SELECT * FROM order_line_item WHERE id = item.item_id LIMIT 1) line_item
  LEFT JOIN LATERAL (SELECT ${productFacts("product")} AS facts FROM product WHERE id = line_item.product_id LIMIT 1) product ON true`

/** The groups of an affiliate, as JSON. */
export const affiliateGroups = (affiliateId: string): string => `
  (SELECT coalesce(jsonb_agg(member.group_id), '[]') FROM affiliate_group_member member
   JOIN affiliate_group ON affiliate_group.id = member.group_id AND affiliate_group.deleted_at IS NULL
   WHERE member.affiliate_id = ${affiliateId} AND member.deleted_at IS NULL)`

/** The groups of a customer, as JSON. */
export const customerGroups = (customerId: string): string => `
  (SELECT coalesce(jsonb_agg(member.customer_group_id), '[]') FROM ${GROUP_MEMBERS} member WHERE member.customer_id = ${customerId})`

/** What rules look at in an order, as JSON, without its value and what the decision about it says. */
export const orderFacts = (order: string): string => `
  jsonb_build_object('customer_group_ids', ${customerGroups(`${order}.customer_id`)}, 'sales_channel_id', ${order}.sales_channel_id,
    'region_id', ${order}.region_id, 'currency_code', lower(${order}.currency_code),
    'country_code', (SELECT lower(address.country_code) FROM order_address address WHERE address.id = ${order}.shipping_address_id),
    'is_first_order', NOT ${hasEarlierOrder(
      { customer_id: `${order}.customer_id`, email: `${order}.email` },
      `(earlier_order.created_at, earlier_order.id) < (${order}.created_at, ${order}.id)`
    )})`
