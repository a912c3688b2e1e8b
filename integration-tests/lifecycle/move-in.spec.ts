import path from "node:path"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import importAll from "../../src/scripts/import"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createCustomers, csv, faultsOf, folderOf, importFolder, readCsv } from "../helpers/moved-files"
import { blocksOf } from "../helpers/page-blocks"
import { printed } from "../helpers/printed"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(600_000)

const AFFILIATES = ["email", "code", "status", "commission_percent", "joined_at", "note"]
const REFERRALS = ["affiliate_code", "email", "started_at", "source"]
const BALANCES = ["affiliate_code", "amount", "currency_code"]
const PROMO_CODES = ["affiliate_code", "promo_code"]

/** One affiliate with everything. */
const ANNA = {
  "affiliates.csv": csv(AFFILIATES, ["Anna@Example.com", "anna", "active", "12.5", "2015-01-31T12:00:00Z", "Paid 400.00 so far"]),
  "promo_codes.csv": csv(PROMO_CODES, ["anna", "hello-anna"]),
  "referrals.csv": csv(REFERRALS, ["anna", "ben@example.com", "2016-03-01", "link"], ["anna", "guest@example.com", "", ""]),
  "balances.csv": csv(BALANCES, ["anna", "12.30", "EUR"], ["anna", "-70", "jpy"]),
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let program: string

    beforeEach(async () => {
      program = await createProgram(getContainer(), { handle: "friends" })
      await createCustomers(getContainer(), ["Anna@example.com", "ben@example.com"])
    })

    const run = (files: Record<string, string | Buffer>, wish = {}) => importFolder(getContainer(), program, folderOf(files), wish)
    const written = async () => {
      const tables = ["affiliate", "affiliate_promo_code", "affiliate_referral", "affiliate_adjustment", "affiliate_note"]
      const counts = await Promise.all(
        tables.map((table) => sql<{ count: number }>(getContainer(), `SELECT count(*)::int AS count FROM ${table}`))
      )
      return counts.map(([row]) => row!.count)
    }
    const isContent = async () => {
      const { ok, invariants } = await affiliateModule(getContainer()).doctor.run()
      expect([ok, invariants.filter((invariant) => !invariant.ok)]).toEqual([true, []])
    }

    it("brings affiliates, codes, referrals and balances over, and the same files again bring nothing", async () => {
      expect(await run(ANNA, { is_dry_run: true })).toMatchObject({
        is_written: false,
        fault_count: 0,
        totals: { eur: "12.30", jpy: "-70" },
      })
      expect(await written()).toEqual([0, 0, 0, 0, 0])

      expect(await run(ANNA)).toMatchObject({
        is_written: true,
        counts: {
          affiliates: { taken: 1, already_there: 0, refused: 0 },
          promo_codes: { taken: 1, already_there: 0, refused: 0 },
          referrals: { taken: 2, already_there: 0, refused: 0 },
          balances: { taken: 2, already_there: 0, refused: 0 },
        },
      })
      const [anna] = await sql<{ id: string }>(
        getContainer(),
        `SELECT affiliate.id, affiliate.code, affiliate.status, commission_percent::text, affiliate.created_at, customer.email, note.text,
                promo_code.code AS promo_code
         FROM affiliate JOIN customer ON customer.id = customer_id JOIN affiliate_note note ON note.affiliate_id = affiliate.id
         JOIN affiliate_promo_code promo_code ON promo_code.affiliate_id = affiliate.id`
      )
      expect(anna).toMatchObject({
        ...{ code: "anna", status: "active", commission_percent: "12.5", created_at: new Date("2015-01-31T12:00:00Z") },
        ...{ email: "Anna@example.com", text: "Paid 400.00 so far", promo_code: "HELLO-ANNA" },
      })
      expect((await affiliateModule(getContainer()).ledger.listBalances([anna!.id])).get(anna!.id)).toEqual([
        { currency_code: "eur", pending: "0.00", available: "12.30", processing: "0.00", paid: "0.00" },
        { currency_code: "jpy", pending: "0", available: "-70", processing: "0", paid: "0" },
      ])
      expect(
        await sql(
          getContainer(),
          `SELECT referral.email, source, started_at < '2016-04-01' AS is_old, customer.email AS account, reason
           FROM affiliate_referral referral LEFT JOIN customer ON customer.id = customer_id ORDER BY 1`
        )
      ).toEqual([
        {
          email: "ben@example.com",
          source: "link",
          is_old: true,
          account: "ben@example.com",
          reason: "Brought over from medusa-affiliate",
        },
        { email: "guest@example.com", source: "manual", is_old: false, account: null, reason: "Brought over from medusa-affiliate" },
      ])
      expect(await sql(getContainer(), `SELECT * FROM affiliate_period`)).toEqual([])
      await isContent()

      expect(await run(ANNA)).toMatchObject({
        is_written: true,
        counts: {
          affiliates: { taken: 0, already_there: 1 },
          promo_codes: { taken: 0, already_there: 1 },
          referrals: { taken: 0, already_there: 2 },
          balances: { taken: 0, already_there: 2 },
        },
      })
      expect(await written()).toEqual([1, 1, 2, 2, 1])
    })

    it("prints what the document shows", async () => {
      await createCustomers(getContainer(), ["carla@example.com"])
      const folder = folderOf({
        "affiliates.csv": csv(
          ["email", "code"],
          ["anna@example.com", "anna"],
          ["carla@example.com", "carla"],
          ["dora@example.com", "dora"]
        ),
        "balances.csv": csv(BALANCES, ["anna", "44.00", "EUR"], ["carla", "12.10", "EUR"]),
      })
      const text = await printed(
        getContainer(),
        importAll,
        `path=${folder}`,
        "program=friends",
        "dry_run=true",
        `report=${folder}/report.txt`
      )
      process.exitCode = undefined
      expect(blocksOf("docs/how-to/move-in.md", "text")).toEqual([text])
    })

    it("what is wrong between rows, or between them and the store, is named by file, line and column", async () => {
      const elsewhere = await createProgram(getContainer())
      const otto = await createAffiliate(getContainer(), elsewhere, { code: "otto" })
      await createAffiliate(getContainer(), elsewhere, { code: "paul" })
      const emil = await createAffiliate(getContainer(), program, { code: "emil" })
      await sql(getContainer(), `UPDATE customer SET email = 'emil@example.com' WHERE id = ?`, [emil.customer_id])
      await createReferral(getContainer(), { id: emil.id, program_id: program }, "taken@example.com")
      await sql(
        getContainer(),
        `INSERT INTO affiliate_promo_code (id, code, template, affiliate_id) VALUES ('affpromo_1', 'OTTO', 'X', ?)`,
        [otto.id]
      )
      await createCustomers(getContainer(), ["x1@example.com", "x2@example.com", "x3@example.com"])
      const imported = await run({
        "affiliates.csv": csv(
          AFFILIATES,
          ["x1@example.com", "one", "", "", "", ""],
          ["X1@example.com", "two", "", "", "", ""],
          ["x2@example.com", "ONE", "", "", "", ""],
          ["nobody@example.com", "three", "", "", "", ""],
          ["x3@example.com", "otto", "", "", "", ""],
          ["emil@example.com", "emilio", "", "", "", ""],
          ["anna@example.com", "anna", "", "", "2999-01-01", ""],
          ["anna@example.com", "anna", "active"]
        ),
        "promo_codes.csv": csv(PROMO_CODES, ["anna", "otto"], ["emil", "EMIL-1"], ["anna", "emil-1"], ["nobody", "FREE"]),
        "referrals.csv": csv(
          REFERRALS,
          ["anna", "taken@example.com", "", ""],
          ["emil", "emil@example.com", "", ""],
          ["anna", "anna@example.com", "", ""],
          ["anna", "new@example.com", "2999-01-01", ""],
          ["paul", "new2@example.com", "", ""]
        ),
        "balances.csv": csv(
          BALANCES,
          ["anna", "5", "eur"],
          ["anna", "6", "EUR"],
          ["anna", "5", "xxx"],
          ["anna", "5.123", "eur"],
          ["emil", "3", "eur"]
        ),
      })
      expect(faultsOf(imported)).toEqual([
        "affiliates.csv:3 email the e-mail is also in affiliates.csv line 2",
        "affiliates.csv:4 code the code is also in affiliates.csv line 2",
        "affiliates.csv:5 email no customer has this e-mail: create the customer, or run with --create-customers",
        "affiliates.csv:6 code the code belongs to another affiliate of this store: choose another one",
        "affiliates.csv:7 code the customer is an affiliate of the program already, with the code emil",
        "affiliates.csv:8 joined_at must not lie in the future",
        "affiliates.csv:9 line must have 6 cells, as the first line, and has 3",
        "balances.csv:3 amount the balance of this affiliate and currency is also in balances.csv line 2",
        "balances.csv:4 currency_code is no currency of this store",
        "balances.csv:5 amount must be an amount with at most 2 decimals, the digits of EUR",
        "promo_codes.csv:2 promo_code the promo code belongs to another affiliate of this store",
        "promo_codes.csv:4 promo_code the promo code is also in promo_codes.csv line 3",
        "promo_codes.csv:5 affiliate_code is no affiliate of the program or of this import",
        "referrals.csv:2 email the customer is a referral of emil already",
        "referrals.csv:3 email affiliates cannot refer themselves",
        "referrals.csv:4 email affiliates cannot refer themselves",
        "referrals.csv:5 started_at must not lie in the future",
        "referrals.csv:6 affiliate_code is no affiliate of the program or of this import",
      ])
      expect(imported).toMatchObject({ is_written: false, fault_count: 18 })
      expect(await written()).toEqual([3, 1, 1, 0, 0])
    })

    it("a balance that was brought over with another amount is a fault, and a promotion of the store keeps its code", async () => {
      await run(ANNA)
      await sql(
        getContainer(),
        `INSERT INTO promotion (id, code, type, status, is_automatic) VALUES ('promo_1', 'Summer', 'standard', 'active', false)`
      )
      const again = await run({
        ...ANNA,
        "promo_codes.csv": csv(PROMO_CODES, ["anna", "SUMMER"]),
        "balances.csv": csv(BALANCES, ["anna", "12.31", "EUR"]),
      })
      expect(faultsOf(again)).toEqual([
        "balances.csv:2 amount was imported already as 12.30: correct it by an adjustment",
        "promo_codes.csv:2 promo_code a promotion of the store has this code: rename or delete the promotion first",
      ])
    })

    it("writes nothing while the balances do not add up to what is expected", async () => {
      expect(await run(ANNA, { expect: "EUR=12.31,JPY=-70,USD=1" })).toMatchObject({
        is_written: false,
        differences: [
          { currency_code: "eur", expected: "12.31", found: "12.30" },
          { currency_code: "usd", expected: "1.00", found: "0.00" },
        ],
      })
      expect(await written()).toEqual([0, 0, 0, 0, 0])
      expect(await run(ANNA, { expect: "EUR=12.30,JPY=-70" })).toMatchObject({ is_written: true, differences: [] })
    })

    it("makes the customers who are missing, as guests whom an account replaces later, and takes an account before a guest", async () => {
      await createCustomers(getContainer(), ["Anna@example.com"], false)
      const files = {
        "affiliates.csv": csv(["email", "first_name", "code"], ["anna@example.com", "Anna", "anna"], ["new@example.com", "Nora", ""]),
      }
      expect(await run(files, { creates_customers: true })).toMatchObject({ is_written: true })
      expect(
        await sql(
          getContainer(),
          `SELECT customer.email, first_name, has_account, length(code) AS length FROM affiliate JOIN customer ON customer.id = customer_id ORDER BY 1`
        )
      ).toEqual([
        { email: "Anna@example.com", first_name: null, has_account: true, length: 4 },
        { email: "new@example.com", first_name: "Nora", has_account: false, length: 8 },
      ])
      await isContent()
    })

    it("reads semicolons, decimal commas, a byte order mark, tabs, JSON in lines and in a list", async () => {
      const lines = ["affiliate_code;amount;currency_code", "anna;1234,5;EUR"].join("\r\n")
      await run({ "affiliates.csv": ANNA["affiliates.csv"] })
      const json = [{ affiliate_code: "anna", amount: 7, currency_code: "jpy" }]
      const totals = { eur: "1234.50", jpy: "7" }
      expect(await run({ "a.csv": `\ufeff${lines}`, "b.json": JSON.stringify(json) }, { is_dry_run: true })).toMatchObject({ totals })
      const inLines = `${JSON.stringify(json[0])}\n\n`
      const dry = { is_dry_run: true }
      expect(await run({ "a.csv": lines.replaceAll(";", "\t"), "b.jsonl": inLines }, dry)).toMatchObject({ totals, fault_count: 0 })
      expect(faultsOf(await run({ "balances.jsonl": `${inLines}{"affiliate_code":` }, dry))).toEqual([
        "balances.jsonl:3 line must be a JSON object",
      ])
    })

    it.each<[string, Record<string, string | Buffer>, object, string]>([
      [
        "a file in another encoding",
        { "affiliates.csv": Buffer.from("email,first_name\na@example.com,J\xf6rg", "latin1") },
        {},
        "affiliates.csv: is not UTF-8",
      ],
      ["a file in UTF-16", { "affiliates.csv": Buffer.from("\ufeffemail\na@example.com", "utf16le") }, {}, "affiliates.csv: is not UTF-8"],
      ["an unknown file", { "people.csv": "name\nAnna" }, {}, "people.csv: has the columns name, and lacks"],
      ["an open quote", { "affiliates.csv": 'email\n"anna@example.com' }, {}, "affiliates.csv: cannot be read as CSV"],
      ["nothing", {}, {}, "has no CSV or JSON file in it"],
      ["a program nobody documents", ANNA, { from: "goaffpro" }, "--from: GoAffPro cannot be read"],
      ["sums that are none", ANNA, { expect: "12.30" }, "--expect: must be sums by currency"],
    ])("refuses %s", async (_, files, wish, message) => {
      await expect(run(files, wish)).rejects.toMatchObject({ message: expect.stringContaining(message) })
    })

    it("links of the program that was before count, once the program names them", async () => {
      await run(ANNA)
      const { clicks, programs } = affiliateModule(getContainer())
      const capture = (page: string) => clicks.capture({ page }, new Date())
      const old = "https://shop.example.com/r/Anna?via=anna"
      expect(await capture(old)).toEqual({ ignored: "no_code" })
      await programs.update(program, { link_aliases: ["via", "/r"] })
      expect(await clicks.linkParameters(new Date())).toEqual(["ref", "via", "/r/"])
      expect(await capture("https://shop.example.com/r/Anna")).toMatchObject({ program: { id: program } })
      expect(await capture("https://shop.example.com/lamps?via=anna")).toMatchObject({ program: { id: program } })
      expect(await capture("https://shop.example.com/r/nobody")).toEqual({ ignored: "unknown_code" })
    })

    it("of 20,000 rows with 50 faults each fault is named and nothing written; mended, twice is once", async () => {
      const count = 4000
      const all = [...Array(count).keys()]
      await createCustomers(
        getContainer(),
        all.map((index) => `affiliate${index}@example.com`)
      )
      const lines = {
        "affiliates.csv": all.map((index) => [`affiliate${index}@example.com`, `code${index}`, "active", "", "2020-01-01", ""]),
        "promo_codes.csv": all.map((index) => [`code${index}`, `PROMO-${index}`]),
        "referrals.csv": [...Array(2 * count).keys()].map((index) => [
          `code${index % count}`,
          `shopper${index}@example.com`,
          "2020-01-01",
          "link",
        ]),
        "balances.csv": all.map((index) => [`code${index}`, `${index}.${String(index % 100).padStart(2, "0")}`, "eur"]),
      }
      const headers = { "affiliates.csv": AFFILIATES, "promo_codes.csv": PROMO_CODES, "referrals.csv": REFERRALS, "balances.csv": BALANCES }
      type File = keyof typeof lines
      const filesOf = (content: typeof lines) =>
        Object.fromEntries((Object.keys(content) as File[]).map((file) => [file, csv(headers[file], ...content[file])]))

      const planted: [File, cell: number, wrong: string, problem: string][] = [
        ["affiliates.csv", 0, "no address", "email must be an e-mail address such as anna@example.com"],
        ["affiliates.csv", 1, "a b", "code must be a code of letters"],
        ["affiliates.csv", 2, "vip", "status must be one of"],
        ["affiliates.csv", 3, "200", "commission_percent must be a percentage"],
        ["affiliates.csv", 0, "nobody@example.com", "email no customer has this e-mail"],
        ["promo_codes.csv", 0, "nobody", "affiliate_code is no affiliate of the program or of this import"],
        ["promo_codes.csv", 1, "PROMO-0", "promo_code the promo code is also in promo_codes.csv line 2"],
        ["referrals.csv", 1, "shopper0@example.com", "email the e-mail is also in referrals.csv line 2"],
        ["balances.csv", 1, '"1.234,50"', "amount must be an amount such as"],
        ["balances.csv", 2, "xxx", "currency_code is no currency of this store"],
      ]
      const broken = structuredClone(lines)
      const expected = [...Array(50).keys()].map((index) => {
        const [file, cell, wrong, problem] = planted[index % planted.length]!
        const line = 100 + index * 70
        broken[file][line - 2]![cell] = wrong + (wrong === "nobody@example.com" ? `.${index}` : "")
        return `${file}:${line} ${problem}`
      })
      const report = path.join(folderOf({}), "report.csv")
      const refused = await run(filesOf(broken), { report })
      expect(refused).toMatchObject({ is_written: false })
      const named = readCsv(report)
        .filter(({ outcome }) => outcome === "refused")
        .map(({ file, line, field, problem }) => `${file}:${line} ${field} ${problem}`)
      for (const fault of expected) expect(named.filter((one) => one.startsWith(fault))).toHaveLength(1)
      // Rows that name an affiliate whose code cannot be read are faults as well: five such codes are planted, each named by four rows.
      const others = named.filter((one) => !expected.some((fault) => one.startsWith(fault)))
      expect(others.filter((one) => !one.includes(" affiliate_code is no affiliate of the program or of this import"))).toEqual([])
      expect(others).toHaveLength(5 * 4)
      expect(readCsv(report)).toHaveLength(20_000)
      expect(await written()).toEqual([0, 0, 0, 0, 0])

      const total = (all.reduce((sum, index) => sum + index * 100 + (index % 100), 0) / 100).toFixed(2)
      expect(await run(filesOf(lines), { expect: `EUR=${total}` })).toMatchObject({ is_written: true, fault_count: 0 })
      expect(await written()).toEqual([4000, 4000, 8000, 3999, 0])
      expect(await run(filesOf(lines), { expect: `EUR=${total}` })).toMatchObject({
        counts: {
          affiliates: { taken: 0 },
          promo_codes: { taken: 0 },
          referrals: { taken: 0 },
          balances: { taken: 0, already_there: 4000 },
        },
      })
      expect(await written()).toEqual([4000, 4000, 8000, 3999, 0])
      const owed = `SELECT sum(amount)::text AS sum FROM affiliate_ledger_entry WHERE account = 'affiliate'`
      expect(await sql(getContainer(), owed)).toEqual([{ sum: total }])
      await isContent()
    })
  },
})
