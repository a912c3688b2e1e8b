import { agreementHtml } from "../../../domain/agreements/agreement-html"
import { rows, type Sql } from "../database/connection"
import { currentAgreement, isNotWithdrawn } from "./current-agreement"

interface OwnAgreementVersion {
  version: number
  text_hash: string
  created_at: Date
  /** When the affiliate accepted it last; null when they never did. */
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export interface OwnAgreement {
  /** The current version, and its text. */
  version: number
  /** Markdown. */
  text: string
  /** Safe to put into a page. */
  html: string
  text_hash: string
  created_at: Date
  /** The newest version the affiliate accepts, and since when; null when there is none. */
  accepted_version: number | null
  accepted_at: Date | null
  /** Whether that is the current version. */
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

/** The current acceptance of a version comes before withdrawn ones. */
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

/** The agreement of an affiliate's program, and what they have accepted of it. Null when their program has no agreement. */
export async function readOwnAgreement(sql: Sql, affiliate_id: string): Promise<OwnAgreement | null> {
  const [current] = await rows<Omit<OwnAgreement, "html" | "is_accepted" | "versions">>(sql, CURRENT, { affiliate_id })
  if (!current) return null
  const { version, text, text_hash, created_at, accepted_version, accepted_at } = current
  const versions = await rows<OwnAgreementVersion>(sql, VERSIONS, { affiliate_id })
  const is_accepted = accepted_version === version
  return { version, text, html: agreementHtml(text), text_hash, created_at, accepted_version, accepted_at, is_accepted, versions }
}
