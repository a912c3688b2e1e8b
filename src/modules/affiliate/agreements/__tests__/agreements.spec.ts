import { createHash } from "node:crypto"

import { InvalidInput } from "../../../../domain/errors"
import { AT, insert, seedProgram } from "../../__tests__/rows"
import { moduleSuite, refusalOf } from "../../__tests__/suite"

const LATER = new Date(AT.getTime() + 60_000)
const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

moduleSuite(({ service, sql }) => {
  const offer = (agreement_text: string | null, connection = sql()) =>
    connection("affiliate_program").where({ id: "affprog_1" }).update({ agreement_text })
  const versions = () =>
    sql()("affiliate_agreement").where({ program_id: "affprog_1" }).orderBy("version").select("version", "text", "text_hash")
  const accept = (version: number, now = AT, affiliate_id = "aff_1") =>
    service.agreements.accept({ affiliate_id, version, accepted_by: "cus_1", now })
  const withdraw = (now = LATER) => service.agreements.withdraw({ affiliate_id: "aff_1", withdrawn_by: "cus_1", now })
  const acceptances = () => sql()("affiliate_agreement_acceptance").orderBy("id")

  beforeEach(() => seedProgram(sql()))

  describe("versions", () => {
    it("every new text is a version, whoever writes it, numbered by program", async () => {
      await insert(sql(), "affiliate_program", { id: "affprog_2", agreement_text: "Another's." })
      await offer("Be fair.")
      await service.programs.update("affprog_1", { agreement_text: "Be fair — щедро 😀." })
      expect(await versions()).toEqual([
        { version: 1, text: "Be fair.", text_hash: hash("Be fair.") },
        { version: 2, text: "Be fair — щедро 😀.", text_hash: hash("Be fair — щедро 😀.") },
      ])
      expect(await sql()("affiliate_agreement").where({ program_id: "affprog_2" }).pluck("version")).toEqual([1])
    })

    it("the same text is the same version, also after a time without an agreement; an older text is a new version", async () => {
      for (const text of ["A", "A", null, "A", "B", "A"]) await offer(text)
      await service.programs.update("affprog_1", { name: "Another name" })
      expect((await versions()).map(({ version, text }) => `${version} ${text}`)).toEqual(["1 A", "2 B", "3 A"])
    })

    it("of two merchants who change the text at once, each writes a version", async () => {
      await Promise.all(["A", "B", "C", "D"].map((agreement_text) => service.programs.update("affprog_1", { agreement_text })))
      const written = await versions()
      expect(written.map(({ version }) => version)).toEqual([1, 2, 3, 4])
      expect(await sql()("affiliate_program").where({ id: "affprog_1" }).first("agreement_text")).toEqual({
        agreement_text: written[3]?.text,
      })
    })

    it.each([
      ["rewritten", () => sql()("affiliate_agreement").update({ text: "You owe us." })],
      ["deleted", () => sql()("affiliate_agreement").delete()],
      ["hidden", () => sql()("affiliate_agreement").update({ deleted_at: AT })],
    ])("none is %s", async (_, change) => {
      await offer("Be fair.")
      expect(await refusalOf(change())).toEqual(["AF003", "Rows of affiliate_agreement are never updated or deleted: append a correction"])
    })
  })

  describe("accepting", () => {
    it("an acceptance stores version, hash of the text, time and author, once", async () => {
      await offer("Be fair.")
      expect([await accept(1), await accept(1, LATER)]).toEqual([true, false])
      expect(await acceptances()).toMatchObject([
        {
          id: expect.stringMatching(/^affacc_/),
          program_id: "affprog_1",
          affiliate_id: "aff_1",
          version: 1,
          text_hash: hash("Be fair."),
          accepted_at: AT,
          accepted_by: "cus_1",
          withdrawn_at: null,
          withdrawn_by: null,
        },
      ])
      expect(await service.agreements.retrieveCurrentAcceptance("aff_1")).toEqual({
        version: 1,
        text_hash: hash("Be fair."),
        is_accepted: true,
      })
    })

    it("twenty parallel acceptances write one row, and none is refused", async () => {
      await offer("Be fair.")
      const accepted = await Promise.all(Array.from({ length: 20 }, () => accept(1)))
      expect(accepted.filter(Boolean)).toHaveLength(1)
      expect(await acceptances()).toHaveLength(1)
    })

    it.each<[string, (string | null)[], number, unknown]>([
      ["an older version", ["A", "B"], 1, { kind: "conflict", code: "agreement_outdated" }],
      ["the last version of an agreement that was removed", ["A", null], 1, { kind: "conflict", code: "agreement_outdated" }],
      ["a future version", ["A"], 2, new InvalidInput("version", "the program's agreement has no version 2")],
      ["a number beyond integers", ["A"], 2 ** 40, new InvalidInput("version", "the program's agreement has no version 1099511627776")],
      ["any version where the program has none", [], 1, new InvalidInput("version", "the program's agreement has no version 1")],
    ])("%s is refused", async (_, texts, version, error) => {
      for (const text of texts) await offer(text)
      await expect(accept(version)).rejects.toMatchObject(error as object)
      expect(await acceptances()).toEqual([])
    })

    it("an unknown affiliate is not found", async () => {
      await offer("A")
      await expect(accept(1, AT, "aff_none")).rejects.toMatchObject({ type: "not_found" })
    })

    it("an acceptance while the text changes is not one of the former text", async () => {
      await offer("A")
      const change = await sql().transaction()
      await offer("B", change)
      const accepting = refusalOf(accept(1))
      await new Promise((resolve) => setTimeout(resolve, 200))
      await change.commit()
      expect((await accepting)[0]).toBe("agreement_outdated")
      expect(await acceptances()).toEqual([])
      expect(await accept(2)).toBe(true)
    })

    it("an acceptance of a new text waits until it is written", async () => {
      await offer("A")
      const change = await sql().transaction()
      await offer("B", change)
      const accepting = accept(2)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await change.commit()
      expect(await accepting).toBe(true)
    })
  })

  describe("withdrawing", () => {
    it("a withdrawal keeps the acceptance; accepting again writes a new row", async () => {
      await offer("A")
      await accept(1)
      expect([await withdraw(), await withdraw(new Date(LATER.getTime() + 1))]).toEqual([true, false])
      const again = new Date(LATER.getTime() + 60_000)
      expect(await accept(1, again)).toBe(true)
      expect(await acceptances()).toMatchObject([
        { accepted_at: AT, withdrawn_at: LATER, withdrawn_by: "cus_1" },
        { accepted_at: again, withdrawn_at: null },
      ])
      expect(await service.agreements.retrieveOwn("aff_1")).toMatchObject({
        is_accepted: true,
        versions: [{ version: 1, accepted_at: again, withdrawn_at: null }],
      })
    })

    it("an affiliate withdraws from every version, and other affiliates from none", async () => {
      await insert(sql(), "affiliate", { id: "aff_2" })
      await offer("A")
      await accept(1)
      await accept(1, AT, "aff_2")
      await offer("B")
      await accept(2)
      await withdraw()
      expect(await sql()("affiliate_agreement_acceptance").whereNull("withdrawn_at").pluck("affiliate_id")).toEqual(["aff_2"])
    })

    it.each([
      ["another version", { version: 2 }],
      ["another affiliate", { affiliate_id: "aff_2" }],
      ["another text", { text_hash: hash("C") }],
      ["another time", { accepted_at: LATER }],
      ["another author", { accepted_by: "user_1" }],
    ])("an acceptance cannot become one of %s", async (_, change) => {
      await insert(sql(), "affiliate", { id: "aff_2" })
      await offer("A")
      await accept(1)
      await offer("B")
      const refused = ["AF003", "Rows of affiliate_agreement_acceptance are never updated or deleted: append a correction"]
      expect(await refusalOf(sql()("affiliate_agreement_acceptance").update(change))).toEqual(refused)
      expect(await refusalOf(sql()("affiliate_agreement_acceptance").delete())).toEqual(refused)
      await withdraw()
      expect(await refusalOf(sql()("affiliate_agreement_acceptance").update({ withdrawn_at: null }))).toEqual(refused)
    })
  })

  it("an affiliate removed a moment after accepting is hidden, and the acceptance is kept", async () => {
    await insert(sql(), "affiliate", { id: "aff_2" })
    await offer("A")
    await accept(1)
    await service.affiliates.remove(["aff_1", "aff_2"])
    expect(await sql()("affiliate").select("id", "deleted_at")).toEqual([{ id: "aff_1", deleted_at: expect.any(Date) }])
    expect(await sql()("affiliate_agreement_acceptance").whereNull("deleted_at")).toEqual([])
    expect(await acceptances()).toMatchObject([{ affiliate_id: "aff_1", version: 1, withdrawn_at: null }])
    expect(await service.agreements.retrieveOwn("aff_1")).toBeNull()
    expect(await service.agreements.list("affprog_1", { limit: 1, offset: 0 })).toMatchObject({ rows: [{ acceptance_count: 0 }] })
    await insert(sql(), "affiliate", { id: "aff_3", code: "anna" })
  })

  describe("reading", () => {
    const page = { limit: 20, offset: 0 }

    it("an affiliate reads the current text, what they accepted, and every version", async () => {
      expect(await service.agreements.retrieveOwn("aff_1")).toBeNull()
      await offer("# A")
      await accept(1)
      await offer("*B*")
      const version = (number: number, text: string, accepted_at: Date | null) => ({
        version: number,
        text_hash: hash(text),
        created_at: expect.any(Date),
        accepted_at,
        withdrawn_at: null,
      })
      expect(await service.agreements.retrieveOwn("aff_1")).toEqual({
        version: 2,
        text: "*B*",
        html: "<p><em>B</em></p>\n",
        text_hash: hash("*B*"),
        created_at: expect.any(Date),
        accepted_version: 1,
        accepted_at: AT,
        is_accepted: false,
        versions: [version(2, "*B*", null), version(1, "# A", AT)],
      })
      await accept(2, LATER)
      expect(await service.agreements.retrieveOwn("aff_1")).toMatchObject({ accepted_version: 2, accepted_at: LATER, is_accepted: true })
      await offer(null)
      expect(await service.agreements.retrieveOwn("aff_1")).toBeNull()
    })

    it("a program lists its versions with how many accept each", async () => {
      await insert(sql(), "affiliate", { id: "aff_2" }, { id: "aff_3" })
      await insert(sql(), "affiliate_program", { id: "affprog_2", agreement_text: "Another's." })
      await offer("A")
      for (const id of ["aff_1", "aff_2", "aff_3"]) await accept(1, AT, id)
      await withdraw()
      await offer("<b>")
      const first = { version: 1, text: "A", html: "<p>A</p>\n", text_hash: hash("A"), created_at: expect.any(Date), acceptance_count: 2 }
      const second = { ...first, version: 2, text: "<b>", html: "<p>&lt;b&gt;</p>\n", text_hash: hash("<b>"), acceptance_count: 0 }
      expect(await service.agreements.list("affprog_1", page)).toEqual({
        count: 2,
        rows: [
          { ...second, is_current: true },
          { ...first, is_current: false },
        ],
      })
      expect(await service.agreements.list("affprog_1", { limit: 1, offset: 1 })).toMatchObject({ count: 2, rows: [{ version: 1 }] })
      await offer(null)
      expect((await service.agreements.list("affprog_1", page)).rows.map(({ is_current }) => is_current)).toEqual([false, false])
    })
  })
})
