import { createHash } from "node:crypto"

import { DomainError, InvalidInput } from "../errors"
import { parsePercent } from "../money/decimal"
import { isEmail, normalizeEmail } from "../text/email"
import { plainText } from "../text/plain-text"

/** How long an invitation holds. Sending it again begins anew. */
export const INVITATION_DAYS = 30

/** Who is invited, as a person types it or a CSV file has it. */
export interface InvitationInput {
  email: string
  /** The rate that the affiliate begins with; the program's when absent or empty. */
  commission_percent?: string | number | null
  /** What the e-mail says beside the program's terms. */
  note?: string | null
}

export interface NewInvitation {
  email: string
  commission_percent: string | null
  note: string | null
}

/** Why somebody is not invited. */
export type InvitationRefusal = "invalid_email" | "invalid_percent" | "listed_twice" | "already_invited" | "already_affiliate"

/** Reads one line of a request; a wrong one is refused alone, so that the others are invited. */
export function readInvitation({ email, commission_percent, note }: InvitationInput): NewInvitation | InvitationRefusal {
  const address = normalizeEmail(email)
  if (!isEmail(address)) return "invalid_email"
  try {
    const isEmpty = commission_percent === undefined || commission_percent === null || commission_percent === ""
    const percent = isEmpty ? null : parsePercent("commission_percent", commission_percent)
    return { email: address, commission_percent: percent, note: plainText(note ?? "") || null }
  } catch (error) {
    if (error instanceof InvalidInput) return "invalid_percent"
    throw error
  }
}

export type InvitationStatus = "open" | "expired" | "accepted" | "withdrawn"

/** What is stored of a token. A token is 32 random bytes, so that its plain hash cannot be turned back. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex")

/** Where an invited person accepts: on the program's sign-up page in the affiliates' portal. */
export function invitationUrl(backendUrl: string, handle: string, token: string): string {
  const url = new URL(`${backendUrl.replace(/\/+$/, "")}/affiliate/portal/join/${handle}`)
  url.searchParams.set("invitation", token)
  return url.toString()
}

const WHY: Record<Exclude<InvitationStatus, "open"> | "unknown", string> = {
  unknown: "there is none with this link",
  expired: "it has expired",
  accepted: "it has been used",
  withdrawn: "it was withdrawn",
}

/** An invitation that cannot be accepted, or not any more. */
export const invalidInvitation = (why: keyof typeof WHY): DomainError =>
  new DomainError("invalid", `token: the invitation does not hold: ${WHY[why]}`, { code: "invalid_invitation", field: "token" })
