import { z } from "@medusajs/framework/zod"

import { maskedName } from "../../../domain/referrals/masked-name"
import { rows, type Sql } from "../database/connection"
import { readPage, type Bounds, type Listing, type PageOf, type PageRequest } from "../database/page"
import { isCurrentDecision } from "../attribution/current"
import { decimal, integer, oneOf, statement, text, time } from "../database/row-check"

/** A referral as the affiliate sees it: when the customer registered and what they spent, but only part of their name and never their e-mail. */
export interface OwnReferralRow {
  id: string
  name: string
  source: "link" | "promo_code" | "manual"
  status: "active" | "ended"
  /** When the customer registered; for a guest, when the referral began. */
  registered_at: Date
  started_at: Date
  ended_at: Date | null
  order_count: number
  /** What the customer's orders are worth to the program now, by currency: decimal strings in major units. */
  expenses: { currency_code: string; order_count: number; expense_amount: string; commission_amount: string }[]
}

export interface OwnReferralFilters {
  source?: string[]
  status?: string[]
  registered_at?: Bounds<Date>
  started_at?: Bounds<Date>
  ended_at?: Bounds<Date>
}

interface Filters extends OwnReferralFilters {
  affiliate_id: string
}

interface Found extends Omit<OwnReferralRow, "name" | "order_count" | "expenses"> {
  first_name: string | null
  last_name: string | null
}

interface Spent {
  referral_id: string
  currency_code: string
  order_count: number
  expense_amount: string
  commission_amount: string
}

const STATUS = `CASE WHEN referral.ended_at IS NULL THEN 'active' ELSE 'ended' END`
const REGISTERED_AT = "coalesce(referral.customer_created_at, referral.started_at)"

const OWN_REFERRALS: Listing<Filters, Found> = {
  row: z.strictObject({
    id: text,
    source: oneOf("link", "promo_code", "manual"),
    status: oneOf("active", "ended"),
    registered_at: time,
    started_at: time,
    ended_at: time.nullable(),
    first_name: text.nullable(),
    last_name: text.nullable(),
  }),
  fields: `
    referral.id, referral.source, ${STATUS} AS status, ${REGISTERED_AT} AS registered_at, referral.started_at, referral.ended_at,
    referral.first_name, referral.last_name`,
  from: `(
    SELECT referred.*, customer.created_at AS customer_created_at, customer.first_name, customer.last_name
    FROM affiliate_referral referred LEFT JOIN customer ON customer.id = referred.customer_id WHERE referred.deleted_at IS NULL
  ) referral`,
  conditions: {
    affiliate_id: "referral.affiliate_id = :affiliate_id",
    source: "referral.source = ANY(:source)",
    status: `${STATUS} = ANY(:status)`,
  },
  orders: { started_at: "referral.started_at", registered_at: REGISTERED_AT, ended_at: "referral.ended_at" },
  defaultOrder: "-started_at",
  id: ["referral.id"],
  grows: true,
}

const SPENT = statement<Spent>(
  `
  SELECT decision.referral_id, commission.currency_code, count(DISTINCT commission.order_id)::int AS order_count,
         affiliate_round(sum(commission.expense_amount), commission.currency_code)::text AS expense_amount,
         affiliate_round(sum(commission.amount), commission.currency_code)::text AS commission_amount
  FROM affiliate_attribution decision
  JOIN affiliate_commission commission ON commission.order_id = decision.order_id AND commission.affiliate_id = decision.affiliate_id
  WHERE decision.affiliate_id = :affiliate_id AND decision.referral_id = ANY(:ids) AND decision.outcome = 'attributed'
    AND ${isCurrentDecision("decision")}
  GROUP BY decision.referral_id, commission.currency_code ORDER BY commission.currency_code`,
  z.strictObject({ referral_id: text, currency_code: text, order_count: integer, expense_amount: decimal, commission_amount: decimal })
)

/** One page of an affiliate's referrals, and what they spent, in one more statement. */
export async function listOwnReferrals(sql: Sql, filters: Filters, page: PageRequest): Promise<PageOf<OwnReferralRow>> {
  const { rows: found, ...counted } = await readPage(sql, OWN_REFERRALS, filters, page)
  const spent = await rows(sql, SPENT, { affiliate_id: filters.affiliate_id, ids: found.map(({ id }) => id) })
  return {
    rows: found.map((row) =>
      toOwnReferral(
        row,
        spent.filter(({ referral_id }) => referral_id === row.id)
      )
    ),
    ...counted,
  }
}

const toOwnReferral = ({ first_name, last_name, ...row }: Found, spent: Spent[]): OwnReferralRow => ({
  ...row,
  name: maskedName({ first_name, last_name }),
  order_count: spent.reduce((count, { order_count }) => count + order_count, 0),
  expenses: spent.map(({ referral_id: _, ...figures }) => figures),
})
