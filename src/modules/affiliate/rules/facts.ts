import { GROUP_MEMBERS } from "../store/group-members"

/** `strip_nulls`, because a missing fact takes no room in the kept rows. */
const facts = (product: string, categoryIds: string): string => `
  jsonb_strip_nulls(jsonb_build_object('product_id', ${product}.id, 'collection_id', ${product}.collection_id, 'type_id', ${product}.type_id,
    'tag_ids', (SELECT coalesce(jsonb_agg(tag.product_tag_id), '[]') FROM product_tags tag WHERE tag.product_id = ${product}.id),
    'category_ids', coalesce(${categoryIds}, '[]')))`

/** The categories of a product with those above them, as rows of `id`: a rule for a category is one for those below it. */
const categories = (productId: string): string => `
  (SELECT product_category_id AS id FROM product_category_product WHERE product_id = ${productId} OFFSET 0) placed
  CROSS JOIN LATERAL (SELECT mpath FROM product_category WHERE id = placed.id LIMIT 1) category
  CROSS JOIN LATERAL unnest(string_to_array(category.mpath, '.')) above(id)`

/** What rules look at in a product, as JSON, also of one that was deleted. */
export const productFacts = (product: string): string =>
  facts(product, `(SELECT jsonb_agg(DISTINCT above.id COLLATE "C") FROM ${categories(`${product}.id`)})`)

/** The goods that a line is of: lines of one product and type have the same facts. */
export const goodsOf = (line: string): string => `concat(${line}.product_id, ' ', ${line}.product_type_id)`

/**
 * What rules look at in lines, as SQL: reads a CTE `items` (`product_id`, `product_type_id` and their `goods`), and ends in `item_goods`: the
 * goods with their `facts`. Each product is looked up once, and so is each category.
 */
export const ITEM_GOODS = `
  product_categories AS MATERIALIZED (
    SELECT product.id, jsonb_agg(DISTINCT above.id COLLATE "C") AS category_ids
    FROM (SELECT DISTINCT product_id AS id FROM items) product CROSS JOIN LATERAL ${categories("product.id")}
    GROUP BY product.id
  ),
  product_facts AS MATERIALIZED (
    SELECT product.id, product.type_id, ${facts("product", "asked.category_ids")} AS facts
    FROM (
      SELECT asked.id, placed.category_ids
      FROM (SELECT DISTINCT product_id AS id FROM items) asked FULL JOIN product_categories placed ON placed.id = asked.id OFFSET 0
    ) asked
    CROSS JOIN LATERAL (SELECT * FROM product WHERE id = asked.id LIMIT 1) product
  ),
  item_goods AS MATERIALIZED (
    SELECT asked.goods, coalesce(product.facts, '{"tag_ids": [], "category_ids": []}') || CASE
             WHEN asked.product_type_id IS NULL OR asked.product_type_id = product.type_id THEN '{}'
             ELSE jsonb_build_object('type_id', asked.product_type_id) END AS facts
    FROM (SELECT DISTINCT goods, product_id, product_type_id FROM items) asked FULL JOIN product_facts product ON product.id = asked.product_id
  )`

/** Who is in which group. The few groups there are, are read once, and not for each affiliate. */
const MEMBERS = `
  affiliate_group_member member
  WHERE member.deleted_at IS NULL AND member.group_id = ANY(ARRAY(SELECT id FROM affiliate_group WHERE deleted_at IS NULL))`

/** The groups of an affiliate, as JSON. */
export const affiliateGroups = (affiliateId: string): string =>
  `(SELECT coalesce(jsonb_agg(member.group_id), '[]') FROM ${MEMBERS} AND member.affiliate_id = ${affiliateId})`

/** The groups of those of some affiliates who are in any, as rows of `member_id` and `group_ids`. @param affiliateIds a query of their ids. */
export const groupsOfMembers = (affiliateIds: string): string => `
  SELECT member.affiliate_id AS member_id, jsonb_agg(member.group_id) AS group_ids FROM ${MEMBERS}
    AND member.affiliate_id = ANY(ARRAY(${affiliateIds}))
  GROUP BY member.affiliate_id`

/** The groups of a customer, as JSON. */
export const customerGroups = (customerId: string): string => `
  (SELECT coalesce(jsonb_agg(member.customer_group_id), '[]') FROM ${GROUP_MEMBERS} member WHERE member.customer_id = ${customerId})`

/**
 * What rules look at in an order, as the arguments of a JSON object, without its value and what the decision about it says.
 *
 * @param isFirst whether it was the customer's first order, as SQL.
 */
export const orderFacts = (order: string, isFirst: string): string => `
  'customer_group_ids', ${customerGroups(`${order}.customer_id`)}, 'sales_channel_id', ${order}.sales_channel_id,
    'region_id', ${order}.region_id, 'currency_code', lower(${order}.currency_code),
    'country_code', (SELECT lower(address.country_code) FROM order_address address WHERE address.id = ${order}.shipping_address_id),
    'is_first_order', ${isFirst}`
