/** Why a rule does not match a line: what `mismatch` of the module answers. */
export type MismatchCode =
  | "not_started"
  | "ended"
  | "product_ids"
  | "collection_ids"
  | "category_ids"
  | "type_ids"
  | "tag_ids"
  | "affiliate_ids"
  | "affiliate_group_ids"
  | "customer_group_ids"
  | "sales_channel_ids"
  | "region_ids"
  | "country_codes"
  | "currency_codes"
  | "sources"
  | "is_first_order"
  | "min_order_amounts"
  | "shipping"
  | "no_amount"

const SENTENCES: Record<MismatchCode, string> = {
  not_started: "It holds for later orders.",
  ended: "It holds for earlier orders.",
  product_ids: "It is for other products.",
  collection_ids: "The product is in none of its collections.",
  category_ids: "The product is in none of its categories.",
  type_ids: "The product is of none of its types.",
  tag_ids: "The product has none of its tags.",
  affiliate_ids: "It is for other affiliates.",
  affiliate_group_ids: "The affiliate is in none of its groups.",
  customer_group_ids: "The customer is in none of its groups.",
  sales_channel_ids: "It is for other sales channels.",
  region_ids: "It is for other regions.",
  country_codes: "It is for orders to other countries.",
  currency_codes: "It is for orders in other currencies.",
  sources: "It is for orders that came another way.",
  is_first_order: "It asks whether this is the customer's first order, and this one is not as it asks, or nobody knows.",
  min_order_amounts: "The order is worth less than it asks, or it names no amount in the order's currency.",
  shipping: "A fixed amount is for goods, not for shipping.",
  no_amount: "It has no amount in the order's currency.",
}

/** The reason as a sentence that a merchant reads beside the rule. */
export const mismatchSentence = (code: MismatchCode): string => SENTENCES[code]
