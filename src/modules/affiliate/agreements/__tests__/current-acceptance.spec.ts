import { createHash } from "node:crypto"

import { readCurrentAcceptance } from "../current-acceptance"
import { AT, seedProgram } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

moduleSuite(({ sql }) => {
  const offer = (agreement_text: string | null) => sql()("affiliate_program").where({ id: "affprog_1" }).update({ agreement_text })
  const accept = (version: number, text: string, overrides: object = {}) =>
    sql()("affiliate_agreement_acceptance").insert({
      id: `affacc_${version}`,
      program_id: "affprog_1",
      affiliate_id: "aff_1",
      version,
      text_hash: hash(text),
      accepted_at: AT,
      accepted_by: "cus_1",
      ...overrides,
    })
  const standing = () => readCurrentAcceptance(sql(), "aff_1")

  beforeEach(() => seedProgram(sql()))

  it("is null without an agreement, and for an affiliate who does not exist", async () => {
    expect(await standing()).toBeNull()
    await offer("Be fair.")
    expect(await readCurrentAcceptance(sql(), "aff_none")).toBeNull()
    await offer(null)
    expect(await standing()).toBeNull()
  })

  it("is accepted by an acceptance of the current version that was not withdrawn", async () => {
    await offer("Be fair — щедро.")
    const current = { version: 1, text_hash: hash("Be fair — щедро.") }
    expect(await standing()).toEqual({ ...current, is_accepted: false })
    await accept(1, "Be fair — щедро.")
    expect(await standing()).toEqual({ ...current, is_accepted: true })
    await sql()("affiliate_agreement_acceptance").update({ withdrawn_at: AT, withdrawn_by: "cus_1" })
    expect(await standing()).toEqual({ ...current, is_accepted: false })
  })

  it("a new text is not accepted yet", async () => {
    await offer("Be fair.")
    await accept(1, "Be fair.")
    await offer("Be very fair.")
    expect(await standing()).toEqual({ version: 2, text_hash: hash("Be very fair."), is_accepted: false })
  })

  it("an affiliate does not get another's acceptance", async () => {
    await offer("Be fair.")
    await sql()("affiliate").insert({ id: "aff_2", code: "boris", customer_id: "cus_x", program_id: "affprog_1" })
    await accept(1, "Be fair.", { affiliate_id: "aff_2" })
    expect(await standing()).toMatchObject({ is_accepted: false })
  })
})
