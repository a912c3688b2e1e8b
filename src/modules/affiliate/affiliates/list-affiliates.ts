import { affiliateLink } from "../../../domain/clicks/site"
import type { AffiliateStatus } from "../../../domain/affiliates/transitions"
import type { Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

export interface AffiliateRow {
  id: string
  number: number
  code: string
  status: AffiliateStatus
  status_reason: string | null
  customer_id: string
  customer: { id: string; email: string | null; first_name: string | null; last_name: string | null } | null
  program_id: string
  program: { id: string; number: number; name: string; handle: string; status: string; timezone: string }
  /** His own rate (percent); null takes the program's. */
  commission_percent: string | null
  /** The rate that holds for him now. */
  effective_commission_percent: string
  link: string
  /** The newest. */
  promo_code: string | null
  promo_codes: { id: string; code: string; promotion_id: string | null }[]
  metadata: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
}

export interface AffiliateFilters {
  id?: string[]
  program_id?: string[]
  customer_id?: string[]
  status?: string[]
  code?: string[]
  number?: Comparison<number>
  created_at?: Bounds<Date>
  updated_at?: Bounds<Date>
  q?: string
}

interface Found extends Omit<AffiliateRow, "link" | "promo_code"> {
  site_url: string
  link_parameter: string
}

const AFFILIATES: Listing<AffiliateFilters> = {
  fields: `
    a.id, a.number, a.code, a.status, a.status_reason, a.customer_id, a.program_id, a.commission_percent::text,
    coalesce(a.commission_percent, p.commission_percent)::text AS effective_commission_percent,
    CASE WHEN c.id IS NOT NULL
      THEN json_build_object('id', c.id, 'email', c.email, 'first_name', c.first_name, 'last_name', c.last_name) END AS customer,
    json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'handle', p.handle, 'status', p.status, 'timezone', p.timezone) AS program,
    p.site_url, p.link_parameter,
    (SELECT coalesce(json_agg(json_build_object('id', pc.id, 'code', pc.code, 'promotion_id', pc.promotion_id)
                              ORDER BY pc.created_at DESC, pc.id DESC), '[]')
     FROM affiliate_promo_code pc WHERE pc.affiliate_id = a.id AND pc.deleted_at IS NULL) AS promo_codes,
    a.metadata, a.created_at, a.updated_at`,
  from: `(SELECT * FROM affiliate WHERE deleted_at IS NULL) a
    JOIN affiliate_program p ON p.id = a.program_id
    LEFT JOIN customer c ON c.id = a.customer_id AND c.deleted_at IS NULL`,
  conditions: {
    id: "a.id = ANY(:id)",
    program_id: "a.program_id = ANY(:program_id)",
    customer_id: "a.customer_id = ANY(:customer_id)",
    status: "a.status = ANY(:status)",
    code: "a.code = ANY(:code)",
    q: `a.code ILIKE :q OR '%' || a.number || '%' = :q OR c.email ILIKE :q OR concat_ws(' ', c.first_name, c.last_name) ILIKE :q
        OR EXISTS (SELECT 1 FROM affiliate_promo_code pc WHERE pc.affiliate_id = a.id AND pc.deleted_at IS NULL AND pc.code ILIKE :q)`,
  },
  orders: { number: "a.number", code: "a.code", status: "a.status", created_at: "a.created_at", updated_at: "a.updated_at" },
  defaultOrder: "-created_at",
  id: ["a.id"],
}

export async function listAffiliates(sql: Sql, filters: AffiliateFilters, page: PageRequest): Promise<PageOf<AffiliateRow>> {
  const found = await readPage<Found, AffiliateFilters>(sql, AFFILIATES, withPattern(filters), page)
  return { rows: found.rows.map(toRow), count: found.count }
}

const toRow = ({ site_url, link_parameter, ...row }: Found): AffiliateRow => ({
  ...row,
  link: affiliateLink(site_url, link_parameter, row.code),
  promo_code: row.promo_codes[0]?.code ?? null,
})
