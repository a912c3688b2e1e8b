import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { INVARIANT_IDS } from "../../../src/domain/doctor/invariants"
import doctor from "../../../src/scripts/doctor"
import { createProgram } from "../../helpers/affiliate"
import { caller, createAdmin, createPublishableKey } from "../../helpers/http"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    const dropGuard = () => sql(getContainer(), `DROP TRIGGER "TR_affiliate_adjustment_append_only" ON affiliate_adjustment`)
    const GUARD = {
      problem: "guard_missing",
      table_name: "affiliate_adjustment",
      kind: "trigger",
      name: "TR_affiliate_adjustment_append_only",
      expected: "in place",
      found: "missing",
    }

    describe("GET /admin/affiliate-doctor", () => {
      it("answers users of the dashboard only", async () => {
        const key = await createPublishableKey(getContainer())
        expect(await caller(api).get("/admin/affiliate-doctor")).toMatchObject({ status: 401 })
        expect(await caller(api, { "x-publishable-api-key": key }).get("/admin/affiliate-doctor")).toMatchObject({ status: 401 })
      })

      it("answers every invariant with its rule, its exceptions and what to do", async () => {
        const admin = await createAdmin(api, getContainer())
        await createProgram(getContainer())
        const before = Date.now()
        const { status, data } = await admin.get("/admin/affiliate-doctor")
        expect({ status, keys: Object.keys(data) }).toEqual({ status: 200, keys: ["checked_at", "ok", "invariants"] })
        expect(new Date(data.checked_at).getTime()).toBeGreaterThanOrEqual(before)
        expect(data.invariants).toEqual(
          INVARIANT_IDS.map((id) => ({
            ...{ id, ok: true, exception_count: 0, exceptions: [] },
            ...{ rule: expect.stringMatching(/^[A-Z].*\.$/), advice: expect.stringMatching(/^[A-Z].*\.$/) },
          }))
        )
        expect(data.ok).toBe(true)

        await dropGuard()
        const { data: sick } = await admin.get("/admin/affiliate-doctor")
        expect(sick.ok).toBe(false)
        expect(sick.invariants.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([
          expect.objectContaining({ id: "guards", exception_count: 1, exceptions: [GUARD] }),
        ])
      })
    })

    describe("medusa-affiliate doctor", () => {
      const exitCode = () => process.exitCode ?? 0
      /** What the command prints, and what it ends with. */
      const run = async (...args: string[]) => {
        const printed: string[] = []
        const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0)
        const before = process.exitCode
        process.exitCode = undefined
        try {
          await doctor({ container: getContainer(), args })
          return { exit_code: exitCode(), printed: printed.join("") }
        } finally {
          process.exitCode = before
          write.mockRestore()
        }
      }

      it("ends with 0 where all is well", async () => {
        const { exit_code, printed } = await run()
        expect(exit_code).toBe(0)
        const lines = printed.trimEnd().split("\n")
        expect(lines.slice(0, INVARIANT_IDS.length).map((line) => line.split(/\s+/, 2))).toEqual(INVARIANT_IDS.map((id) => ["ok", id]))
        expect(lines.slice(INVARIANT_IDS.length)).toEqual(["", "All is well."])
      })

      it("ends with 1, the exceptions and what to do where something is broken", async () => {
        await dropGuard()
        const { exit_code, printed } = await run()
        expect(exit_code).toBe(1)
        expect(printed).toContain("1 broken  guards              The triggers, indexes and constraints")
        expect(printed).toContain(
          [
            "guards: The triggers, indexes and constraints the ledger relies on are in place.",
            "problem        table_name            kind     name                                 expected  found",
            "guard_missing  affiliate_adjustment  trigger  TR_affiliate_adjustment_append_only  in place  missing",
            "What to do: ",
          ].join("\n")
        )
        expect(printed).toMatch(new RegExp(`\\n\\n1 of ${String(INVARIANT_IDS.length)} invariants are broken\\.\\n$`))
      })

      it("prints the whole report as JSON where it is asked to", async () => {
        await dropGuard()
        const { exit_code, printed } = await run("json=true")
        expect(exit_code).toBe(1)
        const report = JSON.parse(printed)
        expect(report).toMatchObject({ ok: false })
        expect(report.invariants.at(-1)).toMatchObject({ id: "guards", exceptions: [GUARD] })
      })
    })
  },
})
