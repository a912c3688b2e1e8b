import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { transform } from "esbuild"

import { createAdmin, createPublishableKey } from "../helpers/http"
import { blocksOf } from "../helpers/page-blocks"
import { STORE } from "../helpers/store"

const PAGE = "docs/how-to/use-the-api.md"
const run = promisify(execFile)
const commands = blocksOf(PAGE, "sh").filter((block) => !block.startsWith("npm "))

/** `export PROGRAM_ID=affprog_…`: what a reader copies from the answer before. */
const COPIED = /^export (\w+)=(\S*)…\n/gm

/** The commands of the page, one after another, as a reader runs them. */
async function follow(url: string, known: Record<string, string>): Promise<{ variables: Record<string, string>; answers: string[] }> {
  const variables = { ...known }
  const answers: string[] = []
  for (const command of commands) {
    for (const [, name = "", beginning = ""] of command.matchAll(COPIED)) {
      variables[name] ??= [...(answers.at(-1) ?? "").matchAll(/"([^"]*)"/g)].find(([, text]) => text?.startsWith(beginning))?.[1] ?? ""
    }
    const script = command.replace(COPIED, "").replaceAll("http://localhost:9000", url)
    const settings = [...script.matchAll(/^export (.*)$/gm)].flatMap(([, line = ""]) => line.split(" ").map((one) => one.split("=")))
    for (const [name = "", value = ""] of settings) variables[name] = value
    const { stdout } = await run("sh", ["-e", "-c", script], { env: { ...process.env, ...variables } })
    if (stdout) answers.push(stdout)
  }
  return { variables, answers }
}

/** A program of the page, run by Node.js: its types are checked with those of the package. */
async function runProgram(source: string, variables: Record<string, string>): Promise<string> {
  const cache = path.resolve(__dirname, "../../.cache")
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(path.join(cache, "page-"))
  try {
    const file = path.join(folder, "program.mjs")
    writeFileSync(file, (await transform(source, { loader: "ts", format: "esm" })).code)
    return (await run(process.execPath, [file], { env: { ...process.env, ...variables } })).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe(PAGE, () => {
      it("has commands and programs that do what it says", async () => {
        await createAdmin(api, getContainer(), "admin@shop.example.com")
        const PUBLISHABLE_KEY = await createPublishableKey(getContainer())
        const { variables, answers } = await follow(String(api.defaults.baseURL), { PUBLISHABLE_KEY })

        const affiliate = { id: variables.AFFILIATE_ID, commission_percent: "12.5", program_id: variables.PROGRAM_ID }
        expect(answers.map((answer) => (answer.startsWith("{") ? (JSON.parse(answer) as object) : answer))).toEqual([
          { token: variables.TOKEN },
          { affiliate_program: expect.objectContaining({ id: variables.PROGRAM_ID, name: "Friends of the API" }) },
          { customer: expect.objectContaining({ id: variables.CUSTOMER_ID, email: "api@example.com" }) },
          {
            affiliate: expect.objectContaining({ id: variables.AFFILIATE_ID, link: variables.LINK, status: "active" }),
            is_new: true,
          },
          { affiliate: expect.objectContaining(affiliate) },
          { click: { token: expect.any(String), expires_at: expect.any(String) } },
          expect.objectContaining({ affiliate_clicks: [expect.objectContaining({ affiliate_id: variables.AFFILIATE_ID })], count: 1 }),
          expect.objectContaining({ affiliate_commissions: [], count: 0 }),
          expect.stringContaining("order_id"),
          {
            adjustment: expect.objectContaining({ amount: "25.00", currency_code: "eur" }),
            balances: [expect.objectContaining({ available: "25.00" })],
          },
          expect.objectContaining({ affiliate_payouts: expect.any(Array), skipped: expect.any(Array) }),
          expect.objectContaining({ ok: true }),
        ])
        for (const program of blocksOf(PAGE, "ts")) {
          expect(await runProgram(program, variables)).toBe(
            `${variables.AFFILIATE_ID} ${new URL(String(variables.LINK)).searchParams.get("ref")}\n`
          )
        }
      })
    })
  },
})
