import { enrollmentRefusal } from "../../../domain/enrollment"
import type { Sql } from "../sql/connection"
import { readAffiliates, type AffiliateRow } from "./affiliates"
import { readPrograms, type ProgramRow } from "./programs"
import { readCustomers } from "./store-lookups"

const TERMS = [
  "id",
  "number",
  "name",
  "handle",
  "site_url",
  "commission_percent",
  "commission_basis",
  "include_tax",
  "include_shipping",
  "customer_discount_percent",
  "attribution_window_days",
  "attribution_model",
  "referral_period_months",
  "hold_period_days",
  "timezone",
  "starts_at",
  "ends_at",
  "requires_approval",
  "agreement_text",
  "agreement_required",
  "payout_method",
  "payout_methods",
  "payout_minimums",
] as const

/** A program's terms, as the customers who may join it see them. */
export type ProgramTerms = Pick<ProgramRow, (typeof TERMS)[number]> & {
  is_enrolled: boolean
  affiliate: Pick<AffiliateRow, "id" | "number" | "code" | "status"> | null
}

/** More programs than a shop ever runs at once. */
const ALL = { limit: 1000, offset: 0 }

/** The running programs a customer may join by himself, and those he has joined. */
export async function readProgramsFor(sql: Sql, customerId: string, now: Date): Promise<ProgramTerms[]> {
  const { rows: programs } = await readPrograms(sql, { status: ["active"] }, ALL)
  const { rows: affiliates } = await readAffiliates(sql, { customer_id: [customerId] }, ALL)
  const [customer] = await readCustomers(sql, [customerId])
  const enrolled = new Map(affiliates.map((affiliate) => [affiliate.program_id, affiliate]))
  return programs
    .filter(({ id }) => enrolled.has(id))
    .concat(programs.filter((program) => !enrolled.has(program.id) && !refusal(program, customer?.customer_group_ids, now)))
    .map((program) => toTerms(program, enrolled.get(program.id)))
}

const refusal = (program: ProgramRow, groupIds: string[] = [], now: Date) => enrollmentRefusal(program, groupIds, "customer", now)

function toTerms(program: ProgramRow, affiliate: AffiliateRow | undefined): ProgramTerms {
  const terms = Object.fromEntries(TERMS.map((field) => [field, program[field]])) as Pick<ProgramRow, (typeof TERMS)[number]>
  const own = affiliate && { id: affiliate.id, number: affiliate.number, code: affiliate.code, status: affiliate.status }
  return { ...terms, is_enrolled: !!own, affiliate: own ?? null }
}
