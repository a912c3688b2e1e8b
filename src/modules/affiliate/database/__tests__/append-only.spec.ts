import { AT, insert, posting, seedProgram, type Table } from "../../__tests__/rows"
import { moduleSuite, refusalOf } from "../../__tests__/suite"

const refused = (table: string) => ["AF003", `Rows of ${table} are never updated or deleted: append a correction`]

moduleSuite(({ sql }) => {
  beforeEach(() => seedProgram(sql()))

  it.each<[Table, () => PromiseLike<unknown>]>([
    ["affiliate_commission", () => insert(sql(), "affiliate_commission")],
    ["affiliate_period_commission", () => insert(sql(), "affiliate_period_commission")],
    ["affiliate_period_line", () => insert(sql(), "affiliate_period_line")],
    ["affiliate_ledger_entry", () => insert(sql(), "affiliate_ledger_entry", ...posting("10"))],
    ["affiliate_adjustment", () => insert(sql(), "affiliate_adjustment")],
  ])("rows of %s are never updated, deleted or truncated, by nobody", async (table, write) => {
    await write()
    const before = await sql()(table).orderBy("id")

    const attempts = {
      update: await refusalOf(sql()(table).update({ amount: "11" })),
      "soft delete": await refusalOf(sql()(table).update({ deleted_at: AT })),
      "update of no row": await refusalOf(sql()(table).where({ id: "nobody" }).update({ amount: "11" })),
      delete: await refusalOf(sql()(table).delete()),
      truncate: await refusalOf(sql().raw(`TRUNCATE ${table}`)),
      "truncate of a table it refers to": await refusalOf(sql().raw(`TRUNCATE affiliate CASCADE`)),
      upsert: await refusalOf(
        sql()(table)
          .insert({ ...before[0] })
          .onConflict("id")
          .merge(["amount"])
      ),
    }

    const { "truncate of a table it refers to": cascade, ...others } = attempts
    expect(others).toEqual({
      update: refused(table),
      "soft delete": refused(table),
      "update of no row": refused(table),
      delete: refused(table),
      truncate: refused(table),
      upsert: refused(table),
    })
    expect(cascade[0]).toBe("AF003")
    expect(await sql()(table).orderBy("id")).toEqual(before)
  })

  it("an open period can change, a closed one never", async () => {
    const months = () => sql()("affiliate_period")
    const open = await refusalOf(months().update({ updated_at: AT }))
    await months().update({ status: "closed", closed_at: AT, closed_by: "user_1" })
    const before = await months()

    const attempts = {
      open,
      reopen: await refusalOf(months().update({ status: "open" })),
      "change of its author": await refusalOf(months().update({ closed_by: "user_2" })),
      "no change at all": await refusalOf(months().update({ status: "closed" })),
      delete: await refusalOf(months().delete()),
    }

    expect(attempts).toEqual({
      open: ["accepted", ""],
      reopen: refused("affiliate_period"),
      "change of its author": refused("affiliate_period"),
      "no change at all": refused("affiliate_period"),
      delete: refused("affiliate_period"),
    })
    expect(await months()).toEqual(before)
  })

  it("a note never changes, and keeps its affiliate's row", async () => {
    await insert(sql(), "affiliate_note")
    const notes = () => sql()("affiliate_note")
    expect({
      update: await refusalOf(notes().update({ text: "Other" })),
      "soft delete": await refusalOf(notes().update({ deleted_at: AT })),
      delete: await refusalOf(notes().delete()),
      "its affiliate": await refusalOf(sql()("affiliate").where({ id: "aff_1" }).delete()),
    }).toEqual({
      update: refused("affiliate_note"),
      "soft delete": refused("affiliate_note"),
      delete: refused("affiliate_note"),
      "its affiliate": ["23503", "FK_affiliate_note_affiliate"],
    })
  })

  it("an invitation ends once, and never changes after it", async () => {
    await insert(sql(), "affiliate_invitation")
    const invitations = () => sql()("affiliate_invitation")
    const open = await refusalOf(invitations().update({ token_hash: "other" }))
    const both = await refusalOf(invitations().update({ accepted_at: AT, withdrawn_at: AT }))
    await invitations().update({ withdrawn_at: AT })
    expect({
      open,
      both,
      accept: await refusalOf(invitations().update({ accepted_at: AT, affiliate_id: "aff_1" })),
      reopen: await refusalOf(invitations().update({ withdrawn_at: null })),
    }).toEqual({
      open: ["accepted", ""],
      both: ["23514", "CK_affiliate_invitation_ended"],
      accept: refused("affiliate_invitation"),
      reopen: refused("affiliate_invitation"),
    })
  })

  it("affiliates, periods and programs that the ledger refers to cannot be deleted", async () => {
    await insert(sql(), "affiliate_period_line")
    await insert(sql(), "affiliate_ledger_entry", ...posting("10"))
    expect({
      affiliate: await refusalOf(sql()("affiliate").where({ id: "aff_1" }).delete()),
      period: await refusalOf(sql()("affiliate_period").delete()),
      program: await refusalOf(sql()("affiliate_program").delete()),
    }).toEqual({
      affiliate: ["AF005", "Affiliate aff_1 has earned and cannot be deleted: suspend the affiliate instead"],
      period: ["23503", "FK_affiliate_period_line_period"],
      program: ["23503", "affiliate_program_id_foreign"],
    })
  })
})
