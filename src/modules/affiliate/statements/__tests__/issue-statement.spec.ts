import { InvalidInput } from "../../../../domain/errors"
import { periodBounds } from "../../../../domain/periods/period"
import { rows } from "../../database/connection"
import { EXCEPTIONS } from "../../doctor/invariants"
import { insert, posting } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite, refusalOf } from "../../__tests__/suite"

const at = (text: string) => new Date(text)
const NOW = at("2016-07-15T12:00:00Z")
const SETTINGS = {
  issuer_name: "Shop Ltd",
  issuer_address: "1 High St\nLondon",
  issuer_tax_id: "GB1",
  tax_note: "Reverse charge.",
  is_self_billed: true,
  number_prefix: "AFF-",
}
const DEFAULT_SETTINGS = { issuer_name: null, issuer_address: null, issuer_tax_id: null, tax_note: null, is_self_billed: false }

moduleSuite(({ service, sql }) => {
  const seed = async (settings: object = SETTINGS, months = ["2016-03", "2016-04"]) => {
    await createStoreTables(sql())
    const program = {
      id: "affprog_1",
      name: "Friends",
      created_at: at("2016-03-10T00:00:00Z"),
      statement_settings: JSON.stringify(settings),
    }
    await insert(sql(), "affiliate_program", program)
    await insert(sql(), "affiliate", { id: "aff_1", code: "anna", customer_id: "cus_anna" })
    await insert(sql(), "affiliate_period", ...months.map((period) => ({ period, ...periodBounds(period, "UTC"), status: "closed" })))
  }
  /** An affiliate's entry of 10.00 in the middle of a period. */
  const adjust = (month: string, own: Record<string, unknown> = {}) =>
    insert(sql(), "affiliate_ledger_entry", ...posting("10", { occurred_at: at(`${month}-15T00:00:00Z`), ...own }))
  const issue = (period = "2016-03", own: { affiliate_id?: string; currency_code?: string; now?: Date } = {}) =>
    service.statements.issue({ affiliate_id: "aff_1", period, currency_code: "eur", now: NOW, ...own })
  const problems = (id: "statement_numbers" | "statement_balances") => rows(sql(), EXCEPTIONS[id], { now: NOW })

  it("issuing gives a closed period its number once, and keeps its head", async () => {
    await seed()
    await adjust("2016-03")
    await service.affiliates.updateBillingDetails("aff_1", {
      company: "Berg GmbH",
      address: "Lange Str. 1",
      country_code: "de",
      tax_id: "DE1",
    })
    const issued = await issue()
    expect(issued).toMatchObject({
      number: "AFF-1",
      issued_at: NOW,
      opening_balance: "0.00",
      adjustments: "10.00",
      closing_balance: "10.00",
    })
    expect(issued.lines).toHaveLength(1)
    expect(issued.issuer).toEqual({
      ...{ name: "Shop Ltd", address: "1 High St\nLondon", tax_id: "GB1", tax_note: "Reverse charge.", is_self_billed: true },
      ...{ number_prefix: "AFF-", program_name: "Friends", timezone: "UTC" },
    })
    expect(issued.recipient).toEqual({
      ...{ name: null, company: "Berg GmbH", address: "Lange Str. 1", country_code: "de", tax_id: "DE1", affiliate_code: "anna" },
    })
    expect(issued.agreement).toBeNull()

    await service.affiliates.updateBillingDetails("aff_1", { company: "Other Ltd" })
    await service.programs.update("affprog_1", {
      name: "Other",
      timezone: "Asia/Tokyo",
      statement_settings: { number_prefix: "X", issuer_name: "Y" },
    })
    const again = await issue("2016-03", { now: at("2016-08-01T00:00:00Z") })
    expect(again).toEqual(issued)
    expect((await issue("2016-04")).number).toBe("X2")
    const { rows: listed } = await service.statements.list({ affiliate_id: "aff_1", now: NOW }, { limit: 10, offset: 0 })
    expect(listed.map(({ period, number, issued_at }) => [period, number, issued_at])).toEqual([
      ["2016-04", "X2", NOW],
      ["2016-03", "AFF-1", NOW],
    ])
  })

  it("numbers each program and each currency without gaps, also when twenty are issued at once", async () => {
    await seed()
    const others = Array.from({ length: 9 }, (_, n) => ({ id: `aff_n${n}` }))
    await insert(sql(), "affiliate", ...others)
    const ids = ["aff_1", ...others.map(({ id }) => id)]
    for (const affiliate_id of ids) {
      await adjust("2016-03", { affiliate_id })
      await adjust("2016-03", { affiliate_id, currency_code: "usd" })
    }
    const wanted = ids.flatMap((affiliate_id) => ["eur", "usd"].map((currency_code) => ({ affiliate_id, currency_code })))
    const twice = await Promise.all([...wanted, ...wanted].map((own) => issue("2016-03", own)))
    const numbers = twice.map(({ number }) => Number(number.slice(4)))
    expect(numbers.slice(0, 20)).toEqual(numbers.slice(20))
    expect(numbers.slice(0, 20).sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))

    await insert(sql(), "affiliate_program", { id: "affprog_2", created_at: at("2016-03-10T00:00:00Z") })
    await insert(sql(), "affiliate", { id: "aff_z", program_id: "affprog_2" })
    await insert(sql(), "affiliate_period", {
      period: "2016-03",
      program_id: "affprog_2",
      ...periodBounds("2016-03", "UTC"),
      status: "closed",
    })
    await adjust("2016-03", { affiliate_id: "aff_z", program_id: "affprog_2" })
    expect((await issue("2016-03", { affiliate_id: "aff_z" })).number).toBe("1")
    expect([await problems("statement_numbers"), await problems("statement_balances")]).toEqual([[], []])
  })

  it("issuing waits for a running close, without a deadlock", async () => {
    await seed()
    await adjust("2016-03")
    const close = await sql().transaction()
    await close.raw(`SELECT 1 FROM affiliate_program WHERE id = 'affprog_1' FOR SHARE`)
    const issuing = issue()
    await new Promise((resolve) => setTimeout(resolve, 100))
    // The lock that writing a ledger entry of the affiliate takes.
    await close.raw(`SELECT 1 FROM affiliate WHERE id = 'aff_1' FOR KEY SHARE`)
    await close.commit()
    expect((await issuing).number).toBe("AFF-1")
  })

  it("a document that could not be made takes no number", async () => {
    await seed()
    await adjust("2016-03")
    await adjust("2016-04")
    await rows(sql(), `ALTER TABLE affiliate_statement ADD CONSTRAINT refused CHECK (period <> '2016-04')`)
    expect(await refusalOf(issue("2016-04"))).toEqual(["23514", "refused"])
    expect((await issue("2016-03")).number).toBe("AFF-1")
  })

  it("an open period is refused, and a closed one while another writer has left an earlier one open", async () => {
    await seed(SETTINGS, [])
    await insert(sql(), "affiliate_period", ...["2016-03", "2016-04"].map((period) => ({ period, ...periodBounds(period, "UTC") })))
    for (const month of ["2016-02", "2016-03", "2016-04", "2016-05"]) await adjust(month)
    const refused = (period: string, open: string) =>
      expect(issue(period)).rejects.toThrow(
        new InvalidInput("period", `${open} has not been closed yet; until then the figures of ${period} are to be had as JSON and CSV`)
      )
    await refused("2016-05", "2016-05")
    await refused("2016-04", "2016-04")
    await rows(sql(), `ALTER TABLE affiliate_period DISABLE TRIGGER "TR_affiliate_period_close_order"`)
    await sql()("affiliate_period").where({ period: "2016-04" }).update({ status: "closed" })
    await refused("2016-04", "2016-03")
    await sql()("affiliate_period").where({ period: "2016-03" }).update({ status: "closed" })
    expect(await issue("2016-04")).toMatchObject({ number: "AFF-1", opening_balance: "20.00" })
  })

  it("a close gives numbers in the order of months, affiliates and currencies, whoever looks first", async () => {
    await seed(SETTINGS, [])
    await createStoreTables(sql())
    await insert(sql(), "affiliate", { id: "aff_0", code: "otto" })
    await insert(sql(), "affiliate_period", ...["2016-05", "2016-07"].map((period) => ({ period, ...periodBounds(period, "UTC") })))
    const may = { period: "2016-05", occurred_at: at("2016-05-03T00:00:00Z") }
    await insert(
      sql(),
      "affiliate_commission",
      { affiliate_id: "aff_0", ...may },
      { affiliate_id: "aff_1", ...may },
      { affiliate_id: "aff_1", ...may, currency_code: "usd" }
    )
    await adjust("2016-03")
    await adjust("2016-06", { affiliate_id: "aff_0", currency_code: "usd" })
    const close = (period: string, now: string) =>
      service.periods.close({ program_id: "affprog_1", period, closed_by: "test", now: at(now) })
    expect(await close("2016-05", "2016-06-01T00:00:00Z")).toBe(true)
    expect(await close("2016-07", "2016-08-01T00:00:00Z")).toBe(true)

    const numbers = async () =>
      (
        await rows<{ text: string }>(
          sql(),
          `SELECT concat_ws(' ', number, period, affiliate_id, currency_code, opening_balance, closing_balance) AS text
           FROM affiliate_statement ORDER BY number`
        )
      ).map(({ text }) => text)
    const given = [
      "1 2016-03 aff_1 eur 0.00 10.00",
      "2 2016-04 aff_1 eur 10.00 10.00",
      "3 2016-05 aff_1 eur 10.00 20.00",
      "4 2016-05 aff_1 usd 0.00 10.00",
      "5 2016-05 aff_0 eur 0.00 10.00",
      "6 2016-06 aff_1 eur 20.00 20.00",
      "7 2016-06 aff_1 usd 10.00 10.00",
      "8 2016-06 aff_0 eur 10.00 10.00",
      "9 2016-06 aff_0 usd 0.00 10.00",
      "10 2016-07 aff_1 eur 20.00 20.00",
      "11 2016-07 aff_1 usd 10.00 10.00",
      "12 2016-07 aff_0 eur 10.00 10.00",
      "13 2016-07 aff_0 usd 10.00 10.00",
    ]
    expect(await numbers()).toEqual(given)
    const { rows: listed } = await service.statements.list({ affiliate_id: "aff_1", now: NOW }, { limit: 50, offset: 0, order: "period" })
    expect(listed.filter(({ status }) => status === "closed").map(({ period, currency_code }) => `${period} ${currency_code}`)).toEqual(
      given.filter((text) => text.includes("aff_1")).map((text) => text.replace(/^\d+ (\S+) aff_1 (\S+) .*$/, "$1 $2"))
    )

    const usd = { currency_code: "usd" }
    expect((await issue("2016-05", usd)).number).toBe("AFF-4")
    expect((await issue("2016-03")).number).toBe("AFF-1")
    expect((await issue("2016-05", { ...usd, now: at("2016-09-01T00:00:00Z") })).issued_at).toEqual(NOW)
    expect(await numbers()).toEqual(given)
    expect([await problems("statement_numbers"), await problems("statement_balances")]).toEqual([[], []])
    const statement = (number: number) => sql()("affiliate_statement").where({ number })
    expect((await refusalOf(statement(1).update({ issuer: "{}" })))[0]).toBe("AF003")
    expect((await refusalOf(statement(2).update({ closing_balance: "1" })))[0]).toBe("AF003")
    expect((await refusalOf(statement(2).delete()))[0]).toBe("AF003")
  })

  it.each([
    ["another currency", "2016-03", { currency_code: "usd" }],
    ["a period before the first", "2016-01", {}],
    ["an unknown affiliate", "2016-03", { affiliate_id: "aff_x" }],
  ])("there is none of %s", async (_, period, own) => {
    await seed()
    await adjust("2016-03")
    await expect(issue(period, own)).rejects.toMatchObject({ type: "not_found" })
    expect(await rows(sql(), `SELECT 1 FROM affiliate_statement`)).toEqual([])
  })

  it("the head takes what is not set from the store and the customer", async () => {
    await seed({ ...DEFAULT_SETTINGS, number_prefix: "" })
    await adjust("2016-03")
    await rows(
      sql(),
      `INSERT INTO store VALUES ('s1', 'Old', '2015-01-01', now()), ('s2', 'Main Store', '2016-01-01', NULL), ('s3', 'New', now(), NULL)`
    )
    await rows(sql(), `INSERT INTO customer VALUES ('cus_anna', 'anna@example.com', 'Anna', 'Berg', 'Berg GmbH')`)
    await rows(
      sql(),
      `INSERT INTO customer_address VALUES ('cus_anna', 'Hof 1', NULL, '1', 'X', NULL, 'at', false, NULL), ('cus_anna', 'Weg 2', NULL, '2', 'Y', NULL, 'at', true, now()),
       ('cus_anna', 'Lange Str. 1', ' ', '10115', 'Berlin', 'BE', 'de', true, NULL)`
    )
    expect(await issue()).toMatchObject({
      number: "1",
      issuer: { name: "Main Store" },
      recipient: { name: "Anna Berg", company: "Berg GmbH", address: "Lange Str. 1\n10115 Berlin\nBE", country_code: "de", tax_id: null },
    })
  })

  it("the head names the accepted version of the agreement", async () => {
    await seed()
    await adjust("2016-03")
    await adjust("2016-04")
    await service.programs.update("affprog_1", { agreement_text: "Be fair." })
    expect((await issue("2016-03")).agreement).toBeNull()
    const [agreement] = await rows<{ text_hash: string }>(sql(), `SELECT text_hash FROM affiliate_agreement`)
    await sql()("affiliate_agreement_acceptance").insert({
      ...{ id: "affacc_1", program_id: "affprog_1", affiliate_id: "aff_1", version: 1, text_hash: agreement!.text_hash },
      ...{ accepted_at: NOW, accepted_by: "cus_anna" },
    })
    expect((await issue("2016-04")).agreement).toEqual({ version: 1, text_hash: agreement!.text_hash })
  })

  it("the doctor names a gap, a duplicate number and a changed balance", async () => {
    await seed()
    await adjust("2016-03")
    await adjust("2016-04")
    await issue("2016-03")
    await issue("2016-04")
    expect([await problems("statement_numbers"), await problems("statement_balances")]).toEqual([[], []])
    await adjust("2016-03", { occurred_at: at("2016-03-31T23:59:59.999Z") })
    const [march, april] = await rows<{ id: string }>(sql(), `SELECT id FROM affiliate_statement ORDER BY number`)
    const differs = { problem: "balance_differs", affiliate_id: "aff_1", currency_code: "eur" }
    expect(await problems("statement_balances")).toEqual(
      expect.arrayContaining([
        { ...differs, statement_id: march!.id, period: "2016-03", expected: "0.00 to 20.00", found: "0.00 to 10.00" },
        { ...differs, statement_id: april!.id, period: "2016-04", expected: "20.00 to 30.00", found: "10.00 to 20.00" },
      ])
    )
    await rows(sql(), `ALTER TABLE affiliate_statement DISABLE TRIGGER USER`)
    const broken = { problem: "sequence_broken", program_id: "affprog_1" }
    await sql()("affiliate_statement").where({ number: 1 }).update({ number: 3 })
    expect(await problems("statement_numbers")).toEqual([{ ...broken, expected: "1 to 2", found: "from 2 to 3, 2 numbers" }])
    await rows(sql(), `DROP INDEX "IDX_affiliate_statement_program_id_number_unique"`)
    await sql()("affiliate_statement").update({ number: 1 })
    expect(await problems("statement_numbers")).toEqual([{ ...broken, expected: "1 to 2", found: "from 1 to 1, 1 numbers" }])
  })

  it("two parallel changes of different billing details are both kept; an unknown affiliate is not found", async () => {
    await seed()
    await Promise.all([
      service.affiliates.updateBillingDetails("aff_1", { name: "Anna" }),
      service.affiliates.updateBillingDetails("aff_1", { tax_id: "DE1" }),
    ])
    const details = { name: "Anna", company: null, address: null, country_code: null, tax_id: "DE1" }
    expect(await service.affiliates.retrieveBillingDetails("aff_1")).toEqual(details)
    expect(await service.affiliates.updateBillingDetails("aff_1", { tax_id: null })).toEqual({
      before: details,
      after: { ...details, tax_id: null },
    })
    await expect(service.affiliates.updateBillingDetails("aff_1", { country_code: "x" })).rejects.toThrow(InvalidInput)
    await expect(service.affiliates.retrieveBillingDetails("aff_x")).rejects.toMatchObject({ type: "not_found" })
  })
})
