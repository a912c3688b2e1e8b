import { agreementHtml } from "../../../domain/agreements/agreement-html"
import { enrollmentRefusal } from "../../../domain/affiliates/enrollment"
import { AFFILIATE_SETTINGS } from "../../../domain/programs/settings"
import { rows, type Sql } from "../database/connection"
import { currentAgreement } from "../agreements/current-agreement"
import { listAffiliates, type AffiliateRow } from "./list-affiliates"
import { listPrograms, type ProgramRow } from "../programs/list-programs"
import { listCustomers } from "../store/store-lookups"

const TERMS = ["id", "number", ...AFFILIATE_SETTINGS] as const

/** A program's terms, as the customers who may join it see them. */
export type ProgramTerms = Pick<ProgramRow, (typeof TERMS)[number]> & {
  /** The current agreement. All three are from the same version, so that customers accept what they read. */
  agreement_version: number | null
  agreement_text: string | null
  agreement_html: string | null
  is_enrolled: boolean
  affiliate: Pick<AffiliateRow, "id" | "number" | "code" | "status"> | null
}

/** The same terms, as the sign-up page shows them to everybody. */
export type PublicTerms = Omit<ProgramTerms, "is_enrolled" | "affiliate">

interface Agreement {
  program_id: string
  version: number
  text: string
}

const AGREEMENTS = `
  SELECT program.id AS program_id, agreement.version, agreement.text
  FROM affiliate_program program JOIN ${currentAgreement("program")} agreement ON true
  WHERE program.id = ANY(:ids)`

/** More programs than a shop ever runs at once. */
const ALL = { limit: 1000, offset: 0 }

/** The running programs a customer may join without an admin, and those they have joined. */
export async function listProgramsFor(sql: Sql, customerId: string, now: Date): Promise<ProgramTerms[]> {
  const { rows: programs } = await listPrograms(sql, { status: ["active"] }, ALL)
  const { rows: affiliates } = await listAffiliates(sql, { customer_id: [customerId] }, ALL)
  const [customer] = await listCustomers(sql, [customerId])
  const enrolled = new Map(affiliates.map((affiliate) => [affiliate.program_id, affiliate]))
  const shown = programs
    .filter(({ id }) => enrolled.has(id))
    .concat(programs.filter((program) => !enrolled.has(program.id) && !refusal(program, customer?.customer_group_ids, now)))
  const agreements = new Map((await listAgreements(sql, shown)).map((agreement) => [agreement.program_id, agreement]))
  return shown.map((program) => toTerms(program, agreements.get(program.id), enrolled.get(program.id)))
}

/** A program's terms, as those whom the merchant invites see them before they join; null for an unknown program. */
export async function readTerms(sql: Sql, programId: string): Promise<PublicTerms | null> {
  const { rows: found } = await listPrograms(sql, { id: [programId] }, { limit: 1, offset: 0 })
  if (!found[0]) return null
  const [agreement] = await listAgreements(sql, found)
  const { is_enrolled: _is, affiliate: _own, ...terms } = toTerms(found[0], agreement, undefined)
  return terms
}

/**
 * A program that only some customers may join shows its terms to them alone. Without a handle, the only running program of the store: where
 * there are two, nothing says which one a visitor means.
 */
export async function readPublicTerms(
  sql: Sql,
  handle: string | undefined,
  now: Date
): Promise<{ terms: PublicTerms; sales_channel_ids: string[] } | null> {
  const named = handle === undefined ? {} : { handle: [handle] }
  const { rows: found } = await listPrograms(sql, { ...named, status: ["active"] }, { limit: 2, offset: 0 })
  const [program] = found
  if (!program || found.length > 1 || refusal(program, [], now)) return null
  const [agreement] = await listAgreements(sql, [program])
  const { is_enrolled: _is, affiliate: _own, ...terms } = toTerms(program, agreement, undefined)
  return { terms, sales_channel_ids: program.sales_channel_ids }
}

const refusal = (program: ProgramRow, groupIds: string[] = [], now: Date) =>
  enrollmentRefusal(program, { customer_group_ids: groupIds }, "customer", now)

const listAgreements = (sql: Sql, programs: ProgramRow[]): Promise<Agreement[]> =>
  rows(sql, AGREEMENTS, { ids: programs.map(({ id }) => id) })

function toTerms(program: ProgramRow, agreement: Agreement | undefined, affiliate: AffiliateRow | undefined): ProgramTerms {
  const terms = Object.fromEntries(TERMS.map((field) => [field, program[field]])) as Pick<ProgramRow, (typeof TERMS)[number]>
  const own = affiliate && { id: affiliate.id, number: affiliate.number, code: affiliate.code, status: affiliate.status }
  return {
    ...terms,
    agreement_version: agreement?.version ?? null,
    agreement_text: agreement?.text ?? null,
    agreement_html: agreement ? agreementHtml(agreement.text) : null,
    is_enrolled: !!own,
    affiliate: own ?? null,
  }
}
