import { acceptanceRefusal, joiningRefusal, mayAgree, type OfferedAgreement } from "../agreement"
import type { EnrollmentOrigin } from "../../affiliates/enrollment"

const NEVER: OfferedAgreement = { current_version: null, latest_version: null }
const TAKEN_BACK: OfferedAgreement = { current_version: null, latest_version: 2 }
const SECOND: OfferedAgreement = { current_version: 2, latest_version: 2 }

describe("acceptanceRefusal", () => {
  it.each<[string, OfferedAgreement, number, ReturnType<typeof acceptanceRefusal>]>([
    ["the current version", SECOND, 2, null],
    ["the first version, replaced", SECOND, 1, "agreement_outdated"],
    ["a version to come", SECOND, 3, "unknown_version"],
    ["version 0", SECOND, 0, "unknown_version"],
    ["half a version", SECOND, 1.5, "unknown_version"],
    ["more than an integer of the database", SECOND, 2 ** 40, "unknown_version"],
    ["the last version, taken back", TAKEN_BACK, 2, "agreement_outdated"],
    ["any version where there never was one", NEVER, 1, "unknown_version"],
  ])("%s", (_, offered, version, refusal) => {
    expect(acceptanceRefusal(offered, version)).toBe(refusal)
  })
})

describe("mayAgree", () => {
  it.each<[EnrollmentOrigin, boolean]>([
    ["customer", true],
    ["admin", false],
    ["program", false],
  ])("%s: %s", (origin, may) => {
    expect(mayAgree(origin)).toBe(may)
  })
})

describe("joiningRefusal", () => {
  const required = { ...SECOND, agreement_required: true }
  const optional = { ...SECOND, agreement_required: false }

  it.each<[string, typeof required, number | undefined, ReturnType<typeof joiningRefusal>]>([
    ["required and given", required, 2, null],
    ["required and missing", required, undefined, "agreement_required"],
    ["required and outdated", required, 1, "agreement_required"],
    ["required and unknown", required, 3, "agreement_required"],
    ["required, but there is none any more", { ...TAKEN_BACK, agreement_required: true }, undefined, null],
    ["required, but none any more, and the last one given", { ...TAKEN_BACK, agreement_required: true }, 2, "agreement_outdated"],
    ["optional and given", optional, 2, null],
    ["optional and missing", optional, undefined, null],
    ["optional and outdated", optional, 1, "agreement_outdated"],
    ["optional and unknown", optional, 3, "unknown_version"],
  ])("%s", (_, terms, version, refusal) => {
    expect(joiningRefusal(terms, version)).toBe(refusal)
  })
})
