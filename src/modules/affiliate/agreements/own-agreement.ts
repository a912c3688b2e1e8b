import { agreementHtml } from "../../../domain/agreements/agreement-html"
import { rows, type Sql } from "../database/connection"
import { currentAgreement, isNotWithdrawn } from "./current-agreement"

export interface OwnAgreementVersion {
  version: number
  text_hash: string
  created_at: Date
  /** When he agreed to it last; null when he never did. */
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export interface OwnAgreement {
  /** The version that holds now, and its text. */
  version: number
  /** Markdown. */
  text: string
  /** Safe to put into a page. */
  html: string
  text_hash: string
  created_at: Date
  /** The newest version he agrees to, and since when; null when there is none. */
  accepted_version: number | null
  accepted_at: Date | null
  /** Whether that is the version that holds now. */
  is_accepted: boolean
  /** Newest first, a hundred at most. */
  versions: OwnAgreementVersion[]
}

const CURRENT = `
  SELECT agreement.version, agreement.text, agreement.text_hash, agreement.created_at, acceptance.version AS accepted_version,
         acceptance.accepted_at
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  JOIN ${currentAgreement("program")} agreement ON true
  LEFT JOIN LATERAL (
    SELECT version, accepted_at FROM affiliate_agreement_acceptance acceptance
    WHERE acceptance.affiliate_id = affiliate.id AND ${isNotWithdrawn("acceptance")} ORDER BY version DESC LIMIT 1
  ) acceptance ON true
  WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL`

/** A version he agrees to shows that, even if he had withdrawn it before. */
const VERSIONS = `
  SELECT agreement.version, agreement.text_hash, agreement.created_at, acceptance.accepted_at, acceptance.withdrawn_at
  FROM affiliate JOIN affiliate_agreement agreement ON agreement.program_id = affiliate.program_id
  LEFT JOIN LATERAL (
    SELECT accepted_at, withdrawn_at FROM affiliate_agreement_acceptance acceptance
    WHERE acceptance.affiliate_id = affiliate.id AND acceptance.version = agreement.version AND acceptance.deleted_at IS NULL
    ORDER BY withdrawn_at DESC NULLS FIRST LIMIT 1
  ) acceptance ON true
  WHERE affiliate.id = :affiliate_id
  ORDER BY agreement.version DESC LIMIT 100`

/** What an affiliate is asked to agree to, and to what he has agreed. Null when his program has no agreement. */
export async function readOwnAgreement(sql: Sql, affiliate_id: string): Promise<OwnAgreement | null> {
  const [current] = await rows<Omit<OwnAgreement, "html" | "is_accepted" | "versions">>(sql, CURRENT, { affiliate_id })
  if (!current) return null
  const { version, text, text_hash, created_at, accepted_version, accepted_at } = current
  const versions = await rows<OwnAgreementVersion>(sql, VERSIONS, { affiliate_id })
  const is_accepted = accepted_version === version
  return { version, text, html: agreementHtml(text), text_hash, created_at, accepted_version, accepted_at, is_accepted, versions }
}
