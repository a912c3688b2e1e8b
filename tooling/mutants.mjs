import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { spawnSync } from "node:child_process"
import { tmpdir } from "node:os"
import path from "node:path"

import { root } from "./install.mjs"

const M = "src/modules/affiliate"
const TABLES = `${M}/migrations/Migration20261129090000_affiliate.ts`
const SQL = `${M}/migrations/sql`

/**
 * Mistakes that have cost others money, each with the test that has to see it.
 *
 * @typedef {{ name: string, edits: [file: string, find: string, replace: string][], test: [stage: string, spec: string, name: string], env?: Record<string, string> }} Mutant
 * @type {Mutant[]}
 */
const MUTANTS = [
  {
    name: "no transaction: every statement commits by itself",
    edits: [[`${M}/database/transaction.ts`, "return work(sql)", 'await rows(sql, "COMMIT")\n        return work(sql)']],
    test: ["lifecycle", "close", "leaves nothing behind when it dies in the middle"],
  },
  {
    name: "no unique key for an order's rows",
    edits: [
      [
        TABLES,
        'CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_commission_order_id_sequence_unique"',
        'CREATE INDEX IF NOT EXISTS "IDX_x"',
      ],
      [`${M}/commissions/record-commissions.ts`, "ON CONFLICT (order_id, sequence) DO NOTHING", ""],
    ],
    test: ["concurrency", "double-delivery", "takes each of 50 canceled orders back once"],
  },
  {
    name: ">= instead of >: a credit is on hold for a moment longer",
    edits: [[`${M}/ledger/read-balances.ts`, "CASE WHEN entry.available_at > :now", "CASE WHEN entry.available_at >= :now"]],
    test: ["lifecycle", "close", "holds a credit for the hold period, to the second"],
  },
  {
    name: "months in UTC instead of the program's zone",
    edits: [
      [
        `${M}/commissions/record-commissions.ts`,
        "to_char(caused.occurred_at AT TIME ZONE program.timezone",
        "to_char(caused.occurred_at AT TIME ZONE 'UTC'",
      ],
    ],
    test: ["lifecycle", "close", "takes the whole month and nothing else"],
  },
  {
    name: "floats: what was given back is computed in double precision",
    edits: [
      [
        `${M}/commissions/order-worth.ts`,
        "affiliate_round(coalesce(lines.commission * kept.share, 0), subject.currency_code)",
        "affiliate_round(coalesce((lines.commission::float8 * kept.share::float8)::numeric, 0), subject.currency_code)",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "no guard: an order that was given back twice costs the affiliate more than it earned",
    edits: [
      [
        `${M}/commissions/order-worth.ts`,
        "ELSE greatest(0, 1 - affiliate_ratio(credit.given_back, total.gross))",
        "ELSE 1 - affiliate_ratio(credit.given_back, total.gross)",
      ],
    ],
    test: ["properties", "random-stores", "keeps the same books"],
  },
  {
    name: "rounded line by line",
    edits: [
      [
        `${M}/commissions/order-worth.ts`,
        "SELECT sum(order_line.expense) AS expense",
        "SELECT sum(affiliate_round(order_line.expense, subject.currency_code)) AS expense",
      ],
    ],
    test: ["lifecycle", "parity", "gives what Medusa's own totals give"],
  },
  {
    name: "the legs of a credit are swapped",
    edits: [
      [
        `${M}/ledger/posting.ts`,
        "('affiliate', ${affiliate}), ('${counter}', ${-affiliate})",
        "('affiliate', ${-affiliate}), ('${counter}', ${affiliate})",
      ],
    ],
    test: ["lifecycle", "close", "holds a credit for the hold period, to the second"],
  },
  {
    name: "no lock between recording and closing",
    edits: [[`${SQL}/ledger-rules.ts`, "order by p.id for share;", "order by p.id;"]],
    test: ["module", "open-period", "a close"],
  },
  {
    name: "affiliates who are not active earn",
    edits: [["src/domain/attribution/attribution.ts", 'if (affiliate.status !== "active")', 'if (affiliate.status === "never")']],
    test: ["unit", "attribution-refusal", ""],
  },
  {
    name: "a payout that was paid can be edited",
    edits: [[`${SQL}/payout-rules.ts`, "when (old.status <> 'processing'\n                         or (new.", "when ((new."]],
    test: ["module", "__tests__/payout-races", "a payout's money never changes"],
  },
  {
    name: "the first order is looked for, and then claimed without a key",
    edits: [[`${M}/attribution/first-order.ts`, "if (claimed.length < known.length) throw", "if (claimed.length < 0) throw"]],
    test: ["concurrency", "first-order", "gives one of twenty parallel completions"],
  },
  {
    name: "one digit more than the currency has",
    edits: [[`${SQL}/functions.ts`, "affiliate_currency_digits(currency_code)) $$`", "affiliate_currency_digits(currency_code) + 1) $$`"]],
    test: ["module", "sql-functions", "affiliate_round rounds half away from zero"],
  },
  {
    name: "a provider is asked to pay without having claimed the payout",
    edits: [
      [
        "src/workflows/payouts/ask-provider.ts",
        "return (await affiliate.payouts.claimSending(payout)) ? provider",
        "return [await affiliate.payouts.claimSending(payout)] ? provider",
      ],
    ],
    test: ["http", "admin/payout-methods", "are asked by one of eight who send at once"],
  },
  {
    name: "a payout that was sent is sent again, without asking",
    edits: [
      ["src/workflows/payouts/ask-provider.ts", "const known = payout.sent_at ?", "const known = payout.number < 0 ?"],
      ["src/domain/payouts/payout-sending.ts", ">= RESEND_AFTER_MINUTES * MINUTES", ">= 0 * RESEND_AFTER_MINUTES * MINUTES"],
    ],
    test: ["http", "admin/payout-methods", "time out after they have paid"],
  },
  {
    name: "store credit is written without a key",
    edits: [
      [`${M}/payouts/providers/store-credit.ts`, "const credit = { id: transactionId(payout), account_id", "const credit = { account_id"],
    ],
    test: ["lifecycle", "store-credit", "dies before every statement of a payout"],
  },
  {
    name: "what was confirmed is not held against what is created",
    edits: [[`${M}/payouts/create-payouts.ts`, "if (fingerprint !== undefined && ", "if (fingerprint === null && "]],
    test: ["http", "admin/payout-methods", "are what is created, or nothing is"],
  },
  {
    name: "<= instead of <: a month is due before it has ended",
    edits: [["src/domain/periods/period.ts", "period < current; period", "period <= current; period"]],
    test: ["unit", "periods/__tests__/period.unit", ""],
  },
  {
    name: "a correction follows whichever of a month's two lines",
    edits: [[`${M}/commissions/outcome-of-corrected-period.ts`, "ORDER BY decided.is_judged DESC", "ORDER BY decided.is_judged"]],
    test: ["module", "commission-line", "follows what was judged"],
  },
  {
    name: "a round that finds its provider gone gives back what another round has sent",
    edits: [["src/workflows/payouts/ask-provider.ts", "sent_at: null, now }", "now }"]],
    test: ["http", "admin/payout-providers", "is gone for a round that listed the payout"],
  },
  {
    name: "an order that is gone keeps its commission",
    edits: [[`${M}/commissions/order-worth.ts`, "o.id IS NULL OR o.status IN", "o.status IN"]],
    test: ["lifecycle", "reconcile", "takes its commission back, once"],
  },
  {
    name: "a line break in a cell of a CSV begins a row",
    edits: [["src/domain/text/csv-format.ts", "quote_record_delimiter: true", "quote_record_delimiter: false"]],
    test: ["http", "admin/payout-files", "no cell of any file begins a formula"],
  },
  {
    name: "a separator inside a cell begins a formula",
    edits: [["src/domain/text/safe-cell.ts", "(?<=^|[,;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029])", "(?<=^)"]],
    test: ["unit", "safe-cell", ""],
  },
  {
    name: "an e-mail keeps characters that show nothing",
    edits: [["src/domain/text/plain-text.ts", 'withPlainBlanks(text.replace(EVERY_UNSEEN, "")).trim()', "withPlainBlanks(text).trim()"]],
    test: ["unit", "payout-details", ""],
  },
  {
    name: "an IBAN with wrong check digits is taken",
    edits: [["src/domain/payouts/details/iban.ts", "% 97n === 1n", "% 97n >= 0n"]],
    test: ["unit", "payouts/__tests__/iban", ""],
  },
  {
    name: "a payout is rounded to what its method takes, not cut",
    edits: [[`${M}/payouts/payable.ts`, "SELECT trunc(available,", "SELECT round(available,"]],
    test: ["module", "payout-limits", "paypal pays"],
  },
  {
    name: "a payout that stands in a file is canceled without a question",
    edits: [[`${M}/payouts/end-payout.ts`, "AND (:may_be_exported OR exported_at IS NULL)", "AND (:may_be_exported OR true)"]],
    test: ["http", "admin/payout-files", "mark what they hold"],
  },
  {
    name: "letters that share a stroke are read as one",
    edits: [["src/pdf/readable-font.ts", '[glyph.id, ...codePoints].join(" ")', "String(glyph.id)"]],
    test: ["pdf", "scripts", "Arabic reads"],
  },
]

const copy = mkdtempSync(path.join(tmpdir(), "mutants-"))
const left = [".git", "node_modules", ".medusa", ".demo"].map((name) => path.join(root, name))
cpSync(root, copy, { recursive: true, filter: (source) => !left.some((name) => source === name || source.startsWith(name + path.sep)) })
symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"))

/** @param {Mutant} mutant @returns {boolean} whether its test passed */
function passes({ test: [stage, spec, name], env = {} }) {
  const args = [path.join(copy, "tooling/test.mjs"), stage, spec, ...(name ? ["-t", name] : [])]
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    // The same world each time, large enough for every mutant that is looked for in it.
    env: { ...process.env, PROPERTY_SEED: "2", PROPERTY_PROGRAMS: "300", ...env },
  })
  if (!new RegExp(`^${stage} +[\\d.]+ +[1-9]|FAILED`, "m").test(stdout))
    throw new Error(`${stage} ${spec} ran no test "${name}"\n${stdout}`)
  return status === 0
}

const chosen = process.argv.slice(2).map(Number)
let survived = 0
try {
  for (const [index, mutant] of MUTANTS.entries()) {
    if (chosen.length > 0 && !chosen.includes(index + 1)) continue
    if (!passes(mutant)) throw new Error(`${mutant.test.join(" ")} fails without any mutant`)
    const originals = mutant.edits.map(([file]) => /** @type {const} */ ([file, readFileSync(path.join(copy, file), "utf8")]))
    for (const [file, find, replace] of mutant.edits) {
      const text = readFileSync(path.join(copy, file), "utf8")
      if (!text.includes(find)) throw new Error(`${file} has no "${find}" any more`)
      writeFileSync(
        path.join(copy, file),
        text.replace(find, () => replace)
      )
    }
    const isKilled = !passes(mutant)
    if (!isKilled) survived++
    process.stdout.write(
      `${String(index + 1).padStart(2)} ${isKilled ? "killed  " : "SURVIVED"} ${mutant.name}: ${mutant.test.join(" › ")}\n`
    )
    for (const [file, text] of originals) writeFileSync(path.join(copy, file), text)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.exit(survived > 0 ? 1 : 0)
