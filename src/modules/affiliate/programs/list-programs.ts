import { normalizeNotifications } from "../../../domain/notifications/notification-settings"
import { allowedPayoutMethods } from "../../../domain/payouts/payout-methods"
import { normalizeStatementSettings } from "../../../domain/statements/statement-settings"
import type { ProgramSettings } from "../../../domain/programs/program-settings"
import { rows, type Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** A program with its groups and channels. Percentages are exact decimal strings: "10" is 10 %. */
export interface ProgramRow extends ProgramSettings {
  id: string
  number: number
  created_at: Date
  updated_at: Date
}

export interface ProgramFilters {
  id?: string[]
  handle?: string[]
  status?: string[]
  number?: Comparison<number>
  created_at?: Bounds<Date>
  updated_at?: Bounds<Date>
  q?: string
}

const groups = (access: "eligible" | "forbidden"): string => `
  coalesce((SELECT array_agg(g.customer_group_id ORDER BY g.customer_group_id) FROM affiliate_program_customer_group g
            WHERE g.program_id = p.id AND g.access = '${access}' AND g.deleted_at IS NULL), '{}')`

export const PROGRAM_FIELDS = `
  p.id, p.number, p.name, p.handle, p.status, p.site_url, p.link_parameter, p.promo_code_template,
  p.customer_discount_percent::text, p.commission_percent::text, p.commission_basis, p.include_tax, p.include_shipping,
  ${groups("eligible")} AS eligible_customer_group_ids, ${groups("forbidden")} AS forbidden_customer_group_ids,
  coalesce((SELECT array_agg(ch.sales_channel_id ORDER BY ch.sales_channel_id) FROM affiliate_program_sales_channel ch
            WHERE ch.program_id = p.id AND ch.deleted_at IS NULL), '{}') AS sales_channel_ids,
  p.attribution_window_days, p.attribution_model, p.referral_period_months, p.hold_period_days, p.timezone, p.starts_at, p.ends_at,
  p.auto_enroll, p.requires_approval, p.agreement_text, p.agreement_required, p.payout_method, p.payout_methods, p.payout_minimums,
  p.automatic_payouts, p.statement_settings, p.notifications, p.metadata, p.created_at, p.updated_at`

const PROGRAMS: Listing<ProgramFilters> = {
  fields: PROGRAM_FIELDS,
  from: "(SELECT * FROM affiliate_program WHERE deleted_at IS NULL) p",
  conditions: {
    id: "p.id = ANY(:id)",
    handle: "p.handle = ANY(:handle)",
    status: "p.status = ANY(:status)",
    q: "p.name ILIKE :q OR p.handle ILIKE :q",
  },
  orders: {
    number: "p.number",
    name: "lower(p.name)",
    handle: "p.handle",
    status: "p.status",
    created_at: "p.created_at",
    updated_at: "p.updated_at",
  },
  defaultOrder: "number",
  id: ["p.id"],
}

export async function listPrograms(sql: Sql, filters: ProgramFilters, page: PageRequest): Promise<PageOf<ProgramRow>> {
  const { rows: found, count } = await readPage<ProgramRow, ProgramFilters>(sql, PROGRAMS, withPattern(filters), page)
  return { rows: found.map(withDefaults), count }
}

/** Settings that came with a later version of the plugin are empty in older rows. */
const withDefaults = (program: ProgramRow): ProgramRow => ({
  ...program,
  payout_methods: allowedPayoutMethods(program),
  statement_settings: normalizeStatementSettings(program.statement_settings),
  notifications: normalizeNotifications(program.notifications),
})

/** How many affiliates each program has, of any status. */
export async function countAffiliates(sql: Sql, programIds: string[]): Promise<Map<string, number>> {
  const counted = await rows<{ program_id: string; count: number }>(
    sql,
    `SELECT program_id, count(*)::int AS count FROM affiliate WHERE program_id = ANY(:ids) AND deleted_at IS NULL GROUP BY program_id`,
    { ids: programIds }
  )
  return new Map(counted.map(({ program_id, count }) => [program_id, count]))
}
