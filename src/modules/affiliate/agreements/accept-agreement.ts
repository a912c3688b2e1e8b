import { acceptanceRefusal, type JoiningTerms } from "../../../domain/agreements/agreement"
import { DomainError, InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { currentVersion } from "./current-agreement"
import { notFound } from "../database/not-found"

export interface AgreementToAccept {
  affiliate_id: string
  version: number
  /** Who accepts: the customer, or the user who has the acceptance in writing. */
  accepted_by: string
  now: Date
}

const PROGRAM = `SELECT program_id FROM affiliate WHERE id = :affiliate_id AND deleted_at IS NULL`

const LOCK = `SELECT 1 FROM affiliate_program WHERE id = :program_id FOR SHARE`

const TERMS = `
  SELECT program.agreement_required, ${currentVersion("program")} AS current_version,
         (SELECT max(version) FROM affiliate_agreement WHERE program_id = program.id) AS latest_version
  FROM affiliate_program program WHERE program.id = :program_id`

/** The hash is that of the stored text. Of two parallel acceptances one writes, and the other finds it written. */
const ACCEPT = `
  INSERT INTO affiliate_agreement_acceptance (id, program_id, affiliate_id, version, text_hash, accepted_at, accepted_by)
  SELECT affiliate_new_id('affacc'), affiliate.program_id, affiliate.id, agreement.version, agreement.text_hash, :now, given.accepted_by
  FROM json_to_recordset(:acceptances::json) AS given(affiliate_id text, accepted_by text)
  JOIN affiliate ON affiliate.id = given.affiliate_id
  JOIN affiliate_agreement agreement ON agreement.program_id = affiliate.program_id AND agreement.version = :version
  ON CONFLICT (affiliate_id, version) WHERE withdrawn_at IS NULL AND deleted_at IS NULL DO NOTHING
  RETURNING id`

/**
 * Writes that an affiliate accepts the version that is current in their program.
 *
 * @returns whether this call did; the affiliate may have accepted before.
 * @throws InvalidInput for a version that never existed, DomainError `conflict` for one that is not the current version, NOT_FOUND.
 */
export async function acceptAgreement(sql: Sql, { version, now, ...acceptance }: AgreementToAccept): Promise<boolean> {
  const { affiliate_id } = acceptance
  const [affiliate] = await rows<{ program_id: string }>(sql, PROGRAM, { affiliate_id })
  if (!affiliate) throw notFound("Affiliate", affiliate_id)
  const refusal = acceptanceRefusal(await lockTerms(sql, affiliate.program_id), version)
  if (refusal === "unknown_version") {
    throw new InvalidInput("version", `the program's agreement has no version ${version}`, refusal)
  }
  if (refusal) {
    throw new DomainError("conflict", `Version ${version} of the agreement is no longer the current one`, { code: refusal })
  }
  return (await writeAcceptances(sql, version, [acceptance], now)) > 0
}

/**
 * What a program requires of those who join, locked until the transaction ends: a new text and parallel acceptances wait for each other. The
 * lock is a statement of its own before the read, because a statement that has waited for a lock still sees the former versions.
 */
export async function lockTerms(sql: Sql, program_id: string): Promise<JoiningTerms> {
  await rows(sql, LOCK, { program_id })
  const [terms] = await rows<JoiningTerms>(sql, TERMS, { program_id })
  return terms ?? { agreement_required: false, current_version: null, latest_version: null }
}

/** @param version the current one, according to `lockTerms`. @returns how many had not accepted before. */
export async function writeAcceptances(
  sql: Sql,
  version: number,
  acceptances: { affiliate_id: string; accepted_by: string }[],
  now: Date
): Promise<number> {
  return (await rows(sql, ACCEPT, { version, acceptances: JSON.stringify(acceptances), now })).length
}
