import { readdirSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import completeAffiliates from "../../src/jobs/complete-affiliates"
import exportAll from "../../src/scripts/export"
import uninstall from "../../src/scripts/uninstall"
import { reconcileOrdersWorkflow, syncPromoCodesWorkflow, updateProgramWorkflow } from "../../src/workflows"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { writeLedgerStory } from "../helpers/ledger-story"
import { emptyStore, importFolder, newFolder, read, readCsv } from "../helpers/moved-files"
import { blocksOf } from "../helpers/page-blocks"
import { printed } from "../helpers/printed"
import { createShop } from "../helpers/shop"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"
import { checkOutWithoutPlugin } from "../helpers/without-plugin"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const balancesOf = async (code: string) => {
      const [affiliate] = await affiliateModule(getContainer()).listAffiliates({ code }, { select: ["id"] })
      const { id } = affiliate!
      return (await affiliateModule(getContainer()).ledger.listBalances([id])).get(id)
    }

    describe.each(["csv", "json"])("an export as %s", (format) => {
      it("has everything, and an empty store that imports it owes the same", async () => {
        const { program_id, anna } = await writeLedgerStory(getContainer())
        const { code } = await affiliateModule(getContainer()).retrieveAffiliate(anna, { select: ["code"] })
        const before = await balancesOf(code)
        const out = path.join(newFolder(), "out")
        const text = await printed(getContainer(), exportAll, `out=${out}`, `format=${format}`, `program=${program_id}`)
        expect(text).toContain(`Written to ${out}.`)

        const manifest = JSON.parse(read(out, "manifest.json"))
        const rows = Object.fromEntries(
          manifest.files.map((file: { name: string; rows: number }) => [file.name.replace(/\..*/, ""), file.rows])
        )
        expect(rows).toEqual({
          ...{ programs: 1, affiliates: 1, promo_codes: 0, referrals: 1, ended_referrals: 0, notes: 0, agreement_acceptances: 0 },
          ...{ balances: 2, ledger_entries: 14, adjustments: 1, payouts: 2, statements: 0 },
          ...{ attributions: 4, commissions: 5, periods: 3, period_lines: 3, period_commissions: 0, clicks: 0 },
        })
        expect(manifest.totals).toEqual({
          eur: { amount: "0.50", pending: "2.00", processing: "0.00" },
          jpy: { amount: "123", pending: "0", processing: "0" },
        })
        for (const name of readdirSync(out)) expect(statSync(path.join(out, name)).mode & 0o777).toBe(0o600)

        await emptyStore(getContainer())
        const next = await createProgram(getContainer(), { timezone: "Europe/Berlin" })
        const imported = await importFolder(getContainer(), next, out)
        expect(imported).toMatchObject({ is_written: true, fault_count: 0, differences: [] })
        const open = (balance: { pending: string }) => ({ ...balance, pending: expect.anything(), paid: expect.anything() })
        expect(await balancesOf(code)).toEqual(before!.map(open))
        const [moved] = await affiliateModule(getContainer()).listAffiliates({ code }, { select: ["id"] })
        expect(await affiliateModule(getContainer()).doctor.run()).toMatchObject({ ok: true })

        // The next statement opens with what was brought over.
        const { ledger, statements } = affiliateModule(getContainer())
        for (const currency_code of ["eur", "jpy"]) {
          const reason = { reason: "Thanks", created_by: "test", now: new Date("2099-02-10") }
          await ledger.adjust({ affiliate_id: moved!.id, amount: "1", currency_code, ...reason })
        }
        expect(await statements.listOfPeriod({ affiliate_id: moved!.id, period: "2099-02", now: new Date("2099-02-15") })).toMatchObject([
          { currency_code: "eur", opening_balance: "0.50", closing_balance: "1.50" },
          { currency_code: "jpy", opening_balance: "123", closing_balance: "124" },
        ])
      })
    })

    it("text that a spreadsheet would compute is only text, and comes back as it was", async () => {
      const program = await createProgram(getContainer(), { name: "=1+1" })
      const { customer_id } = await createAffiliate(getContainer(), program, { code: "anna" })
      await sql(getContainer(), `UPDATE customer SET first_name = '=HYPERLINK(1)', email = '+a@example.com' WHERE id = ?`, [customer_id])
      const out = path.join(newFolder(), "out")
      await printed(getContainer(), exportAll, `out=${out}`)
      expect(readCsv(path.join(out, "affiliates.csv"))[0]).toMatchObject({ first_name: "'=HYPERLINK(1)", email: "'+a@example.com" })
      await emptyStore(getContainer())
      expect(await importFolder(getContainer(), await createProgram(getContainer()), out)).toMatchObject({ is_written: true })
    })

    it("an export that lost rows, or holds several programs, is not imported", async () => {
      const program = await createProgram(getContainer(), { handle: "one" })
      const { id } = await createAffiliate(getContainer(), program, { code: "anna" })
      await createReferral(getContainer(), { id, program_id: program }, "ben@example.com")
      const out = path.join(newFolder(), "out")
      await printed(getContainer(), exportAll, `out=${out}`)
      writeFileSync(path.join(out, "referrals.csv"), read(out, "referrals.csv").split("\r\n")[0]!)
      await expect(importFolder(getContainer(), program, out)).rejects.toMatchObject({
        message: "referrals.csv: has 0 rows; by manifest.json it should have 1",
      })
      await createProgram(getContainer(), { handle: "two" })
      const both = path.join(newFolder(), "out")
      await printed(getContainer(), exportAll, `out=${both}`)
      await expect(importFolder(getContainer(), program, both)).rejects.toMatchObject({
        message: `${both}: holds the programs one, two: export them one by one with --program`,
      })
    })

    it("the store goes on without the plugin, and afterwards the plugin finds everything", async () => {
      const shop = await createShop(getContainer())
      const { program_id, anna } = await writeLedgerStory(getContainer())
      const update = { promo_code_template: "HI-@ID@", customer_discount_percent: "10" }
      await updateProgramWorkflow(getContainer()).run({ input: { id: program_id, update } })
      const [promo] = await sql<{ code: string }>(getContainer(), `SELECT code FROM affiliate_promo_code`)
      // The story leaves its June open; the doctor says so before and after.
      const broken = async () => (await affiliateModule(getContainer()).doctor.run()).invariants.filter(({ ok }) => !ok).map(({ id }) => id)
      const balances = async () => (await affiliateModule(getContainer()).ledger.listBalances([anna])).get(anna)
      const [before, brokenBefore] = [await balances(), await broken()]
      await printed(getContainer(), uninstall, `out=${path.join(newFolder(), "out")}`)

      const { refusal, order } = await checkOutWithoutPlugin(getContainer(), shop, promo!.code)
      expect([refusal, order]).toMatchObject([null, { status: "pending", discount_total: 0 }])

      await updateProgramWorkflow(getContainer()).run({ input: { id: program_id, update: { status: "active" } } })
      await reconcileOrdersWorkflow(getContainer()).run({ input: { full: true } })
      expect(await sql(getContainer(), `SELECT outcome FROM affiliate_attribution WHERE order_id = ?`, [order.id])).toEqual([
        { outcome: "none" },
      ])
      expect(await balances()).toEqual(before)
      expect(await sql(getContainer(), `SELECT status FROM promotion WHERE code = ?`, [promo!.code])).toEqual([{ status: "active" }])
      expect(await broken()).toEqual(brokenBefore)
    })

    it("the SQL of the document drops what is ours and nothing else, and the store goes on", async () => {
      const shop = await createShop(getContainer())
      await writeLedgerStory(getContainer())
      await printed(getContainer(), uninstall, `out=${path.join(newFolder(), "out")}`)
      const named = async () => ({
        tables: await sql(getContainer(), `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`),
        functions: await sql(
          getContainer(),
          `SELECT proname AS name FROM pg_proc WHERE pronamespace = current_schema()::regnamespace ORDER BY 1`
        ),
        migrations: await sql(getContainer(), `SELECT name FROM mikro_orm_migrations ORDER BY 1`),
      })
      const before = await named()

      const [drop] = blocksOf("docs/how-to/move-out.md", "sql")
      await sql(getContainer(), drop!)
      expect(await named()).toEqual({
        tables: before.tables.filter(({ name }) => !/^affiliate(_|$)/.test(String(name))),
        functions: before.functions.filter(({ name }) => !/^affiliate_/.test(String(name))),
        migrations: before.migrations.filter(({ name }) => !/_affiliate(_rules)?$/.test(String(name))),
      })
      expect(before.tables.length - (await named()).tables.length).toBeGreaterThan(20)
      expect(before.migrations.length - (await named()).migrations.length).toBe(2)
      expect((await checkOutWithoutPlugin(getContainer(), shop, "HI-1")).order).toMatchObject({ status: "pending", discount_total: 0 })
    })

    it("uninstall exports, pauses programs and switches codes off; made active again, a program switches its codes on", async () => {
      const program = await createProgram(getContainer(), {
        ...{ handle: "friends", promo_code_template: "HI-@HANDLE@", customer_discount_percent: "10" },
      })
      await createAffiliate(getContainer(), program, { code: "anna" })
      await syncPromoCodesWorkflow(getContainer()).run({ input: { program_id: program } })
      await sql(
        getContainer(),
        `INSERT INTO promotion (id, code, type, status, is_automatic) VALUES ('promo_own', 'SUMMER', 'standard', 'active', false)`
      )
      const statuses = () => sql(getContainer(), `SELECT code, status FROM promotion ORDER BY code`)
      const status = async () => (await affiliateModule(getContainer()).retrieveProgram(program)).status
      const on = [
        { code: "HI-ANNA", status: "active" },
        { code: "SUMMER", status: "active" },
      ]
      const off = [{ code: "HI-ANNA", status: "inactive" }, on[1]]

      const plan = await printed(getContainer(), uninstall, "dry_run=true")
      expect(plan).toContain("Active programs are paused: friends.")
      expect(plan).toContain("Promo codes are switched off: 1.")
      expect(plan).toMatch(/All \d+ tables stay/)
      expect([await statuses(), await status()]).toEqual([on, "active"])

      const out = path.join(newFolder(), "out")
      const done = await printed(getContainer(), uninstall, `out=${out}`)
      expect(done).toContain("Paused programs: 1. Promo codes switched off: 1.")
      expect(readdirSync(out)).toContain("manifest.json")
      expect([await statuses(), await status()]).toEqual([off, "paused"])
      await completeAffiliates(getContainer())
      expect(await statuses()).toEqual(off)

      const again = await printed(getContainer(), uninstall, `out=${path.join(newFolder(), "out")}`)
      expect(again).toContain("Paused programs: 0. Promo codes switched off: 0.")

      await updateProgramWorkflow(getContainer()).run({ input: { id: program, update: { status: "active" } } })
      expect([await statuses(), await status()]).toEqual([on, "active"])
      expect(await affiliateModule(getContainer()).doctor.run()).toMatchObject({ ok: true })
    })
  },
})
