import type { ImportMapping } from "../mapping"

/** Columns as far as the programs' own pages, or their published source, name them. Nothing is guessed. */
export const OTHERS: ImportMapping[] = [
  {
    name: "affiliatewp",
    title: "AffiliateWP",
    documentation: [
      "https://affiliatewp.com/docs/importing-affiliates-from-csv/",
      "https://github.com/AffiliateWP/AffiliateWP (the columns of its affiliates' export)",
    ],
    columns: {
      affiliates: {
        ...{ email: ["email"], first_name: ["first_name", "name"], last_name: ["last_name"], code: ["affiliate_id"], status: ["status"] },
        ...{ joined_at: ["date_registered", "registration_date"], amount: ["unpaid_earnings"], currency_code: ["currency"] },
      },
    },
    remark: "The number of the affiliate becomes the code, as in ?ref=12. Rates are left out: its column mixes percentages and amounts.",
  },
  {
    name: "rewardful",
    title: "Rewardful",
    documentation: [
      "https://help.rewardful.com/en/articles/1988486-how-do-i-import-data-into-rewardful",
      "https://developers.rewardful.com/rest-api/affiliates/object",
    ],
    columns: {
      affiliates: {
        ...{ email: ["email"], first_name: ["first_name"], last_name: ["last_name"], code: ["token", "links.0.token"] },
        ...{ status: ["state"], joined_at: ["created_at"], promo_code: ["coupon.token"] },
      },
    },
    remark: "Customers are named by their Stripe ids, so referrals need a file of your own. Old links have ?via=.",
  },
  {
    name: "firstpromoter",
    title: "FirstPromoter",
    documentation: ["https://docs.firstpromoter.com/api-reference-v1/promoters-api/list"],
    columns: {
      affiliates: {
        ...{ email: ["email"], code: ["default_ref_id"], status: ["status"], joined_at: ["created_at"], note: ["note"] },
      },
    },
    remark: "The promoters of its API as JSON. Balances are left out: the page does not name their unit.",
  },
  {
    name: "refersion",
    title: "Refersion",
    documentation: ["https://support.refersion.com/articles/1232447-how-to-import-affiliates"],
    columns: {
      affiliates: {
        ...{ email: ["email_address", "email"], first_name: ["first_name"], last_name: ["last_name"], promo_code: ["coupon"] },
      },
    },
    remark: "The columns of its import template. It names no link codes, so affiliates get new ones.",
  },
  {
    name: "uppromote",
    title: "UpPromote",
    documentation: ["https://docs.uppromote.com/management/affiliates/manually-add-affiliate"],
    columns: { affiliates: { email: ["email"], first_name: ["first_name"], last_name: ["last_name"] } },
    remark: "Only these three columns are documented: affiliates get new codes.",
  },
  {
    name: "tapfiliate",
    title: "Tapfiliate",
    documentation: [
      "https://raw.githubusercontent.com/api-evangelist/tapfiliate/refs/heads/main/json-schema/tapfiliate-affiliate.json (of others)",
    ],
    columns: {
      affiliates: {
        ...{ email: ["email"], first_name: ["firstname"], last_name: ["lastname"], joined_at: ["created_at"], promo_code: ["coupon"] },
      },
    },
    remark: "The affiliates of its API as JSON. The columns of its CSV files are chosen by hand there and documented nowhere.",
  },
  {
    name: "slicewp",
    title: "SliceWP",
    documentation: [],
    columns: {},
    remark: "The columns of its export are documented nowhere.",
  },
  {
    name: "goaffpro",
    title: "GoAffPro",
    documentation: [],
    columns: {},
    remark: "Its columns stand only in a sample file behind the login.",
  },
  {
    name: "billmanager",
    title: "BILLmanager",
    documentation: [],
    columns: {},
    remark: "It has no export of affiliates, and the tables of its database are not documented.",
  },
]
