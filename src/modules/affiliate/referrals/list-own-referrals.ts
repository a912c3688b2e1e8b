import { maskedName } from "../../../domain/referrals/masked-name"
import { rows, type Sql } from "../database/connection"
import { readPage, type Bounds, type Listing, type PageOf, type PageRequest } from "../database/page"

/** A referral as his affiliate sees him: when he registered and what he spent, but of his name only a part and never his e-mail. */
export interface OwnReferralRow {
  id: string
  name: string
  source: "link" | "promo_code" | "manual"
  status: "active" | "ended"
  /** When the customer registered; of a guest, when the tie was made. */
  registered_at: Date
  started_at: Date
  ended_at: Date | null
  order_count: number
  /** What his orders are worth to the program now, by currency: decimal strings in major units. */
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

const STATUS = `CASE WHEN r.ended_at IS NULL THEN 'active' ELSE 'ended' END`
const REGISTERED_AT = "coalesce(c.created_at, r.started_at)"

const OWN_REFERRALS: Listing<Filters> = {
  fields: `
    r.id, r.source, ${STATUS} AS status, ${REGISTERED_AT} AS registered_at, r.started_at, r.ended_at, c.first_name, c.last_name`,
  from: `(SELECT * FROM affiliate_referral WHERE deleted_at IS NULL) r
    LEFT JOIN customer c ON c.id = r.customer_id`,
  conditions: {
    affiliate_id: "r.affiliate_id = :affiliate_id",
    source: "r.source = ANY(:source)",
    status: `${STATUS} = ANY(:status)`,
  },
  orders: { started_at: "r.started_at", registered_at: REGISTERED_AT, ended_at: "r.ended_at" },
  defaultOrder: "-started_at",
  id: ["r.id"],
}

const SPENT = `
  SELECT t.referral_id, c.currency_code, count(DISTINCT c.order_id)::int AS order_count,
         affiliate_round(sum(c.expense_amount), c.currency_code)::text AS expense_amount,
         affiliate_round(sum(c.amount), c.currency_code)::text AS commission_amount
  FROM affiliate_attribution t
  JOIN affiliate_commission c ON c.order_id = t.order_id AND c.affiliate_id = t.affiliate_id
  WHERE t.affiliate_id = :affiliate_id AND t.referral_id = ANY(:ids) AND t.outcome = 'attributed'
    AND t.superseded_at IS NULL AND t.deleted_at IS NULL
  GROUP BY t.referral_id, c.currency_code ORDER BY c.currency_code`

/** One page of an affiliate's referrals, and in one more statement what all of them spent. */
export async function listOwnReferrals(sql: Sql, filters: Filters, page: PageRequest): Promise<PageOf<OwnReferralRow>> {
  const { rows: found, count } = await readPage<Found, Filters>(sql, OWN_REFERRALS, filters, page)
  const spent = await rows<Spent>(sql, SPENT, { affiliate_id: filters.affiliate_id, ids: found.map(({ id }) => id) })
  return {
    rows: found.map((row) =>
      toOwnReferral(
        row,
        spent.filter(({ referral_id }) => referral_id === row.id)
      )
    ),
    count,
  }
}

const toOwnReferral = ({ first_name, last_name, ...row }: Found, spent: Spent[]): OwnReferralRow => ({
  ...row,
  name: maskedName({ first_name, last_name }),
  order_count: spent.reduce((count, { order_count }) => count + order_count, 0),
  expenses: spent.map(({ referral_id: _, ...figures }) => figures),
})
