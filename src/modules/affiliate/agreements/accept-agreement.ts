import { acceptanceRefusal, type JoiningTerms } from "../../../domain/agreements/agreement"
import { DomainError, InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { currentVersion } from "./current-agreement"
import { notFound } from "../not-found"

export interface AgreementToAccept {
  affiliate_id: string
  version: number
  /** Who agrees: the customer, or the user who has it in writing. */
  accepted_by: string
  now: Date
}

const PROGRAM = `SELECT program_id FROM affiliate WHERE id = :affiliate_id AND deleted_at IS NULL`

const LOCK = `SELECT 1 FROM affiliate_program WHERE id = :program_id FOR SHARE`

const TERMS = `
  SELECT p.agreement_required, ${currentVersion("p")} AS current_version,
         (SELECT max(version) FROM affiliate_agreement WHERE program_id = p.id) AS latest_version
  FROM affiliate_program p WHERE p.id = :program_id`

/** The hash is that of the text in the table. Of two who accept at once one writes; the other finds it done. */
const ACCEPT = `
  INSERT INTO affiliate_agreement_acceptance (id, program_id, affiliate_id, version, text_hash, accepted_at, accepted_by)
  SELECT affiliate_new_id('affacc'), a.program_id, a.id, g.version, g.text_hash, :now, n.accepted_by
  FROM json_to_recordset(:acceptances::json) AS n(affiliate_id text, accepted_by text)
  JOIN affiliate a ON a.id = n.affiliate_id
  JOIN affiliate_agreement g ON g.program_id = a.program_id AND g.version = :version
  ON CONFLICT (affiliate_id, version) WHERE withdrawn_at IS NULL AND deleted_at IS NULL DO NOTHING
  RETURNING id`

/**
 * Writes that an affiliate agreed to the version his program offers now.
 *
 * @returns whether this call did; he may have agreed before.
 * @throws InvalidInput for a version that never was, DomainError `conflict` for one that is not the current version, NOT_FOUND.
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
 * What a program asks of those who join, held until the transaction ends: a new text waits for those who are accepting, and they for it.
 * Locked first and read then, because a statement that has waited for the lock still sees the versions of before.
 */
export async function lockTerms(sql: Sql, program_id: string): Promise<JoiningTerms> {
  await rows(sql, LOCK, { program_id })
  const [terms] = await rows<JoiningTerms>(sql, TERMS, { program_id })
  return terms ?? { agreement_required: false, current_version: null, latest_version: null }
}

/** @param version one that `lockTerms` said is the current one. @returns how many had not agreed before. */
export async function writeAcceptances(
  sql: Sql,
  version: number,
  acceptances: { affiliate_id: string; accepted_by: string }[],
  now: Date
): Promise<number> {
  return (await rows(sql, ACCEPT, { version, acceptances: JSON.stringify(acceptances), now })).length
}
