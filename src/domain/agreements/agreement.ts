import type { EnrollmentOrigin } from "../affiliates/enrollment"

/** What a program offers its affiliates to agree to. Versions count from 1 without gaps. */
export interface OfferedAgreement {
  /** The version that holds now; null while the program has no agreement text. */
  current_version: number | null
  /** The highest there ever was; null when there never was one. */
  latest_version: number | null
}

/** A version that never existed, or that a newer text has replaced, cannot be accepted. */
export type AcceptanceRefusal = "unknown_version" | "agreement_outdated"

/** Why a version cannot be accepted now; null when it can. */
export function acceptanceRefusal(offered: OfferedAgreement, version: number): AcceptanceRefusal | null {
  if (version === offered.current_version) return null
  const existed = Number.isInteger(version) && version >= 1 && version <= (offered.latest_version ?? 0)
  return existed ? "agreement_outdated" : "unknown_version"
}

/** Only customers can agree for themselves: those whom an admin or the program enrolls are asked later. */
export const mayAgree = (origin: EnrollmentOrigin): boolean => origin === "customer" || origin === "invitation"

export interface JoiningTerms extends OfferedAgreement {
  agreement_required: boolean
}

export type JoiningRefusal = AcceptanceRefusal | "agreement_required"

/**
 * Why a customer cannot join yet; null when they can.
 *
 * @param version the version they accept with joining, if any.
 */
export function joiningRefusal(terms: JoiningTerms, version: number | undefined): JoiningRefusal | null {
  if (terms.agreement_required && terms.current_version !== null && version !== terms.current_version) return "agreement_required"
  return version === undefined ? null : acceptanceRefusal(terms, version)
}
