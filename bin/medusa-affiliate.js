#!/usr/bin/env node
const { spawn } = require("node:child_process")
const path = require("node:path")
const { Command } = require("commander")
const { version } = require("../package.json")

const program = new Command("medusa-affiliate")
  .description("The affiliate program of a Medusa store. Run it in the store's folder, where medusa-config is.")
  .version(version)

program
  .command("monthly")
  .description("close a month: turn its commissions into credits; without --date every month that is due")
  .option("--date <date>", "a month (2016-04) or any day in it (2016-04-01), which rewards April")
  .option("--program <id>", "only this program, by id or handle")
  .option("--dry-run", "print what the close would write, and write nothing")
  .action(({ date, program: only, dryRun }) => exec("monthly", { date, program: only, dry_run: dryRun }))

program
  .command("replay")
  .description("say what a month would have paid under other settings; nothing is written")
  .requiredOption("--date <date>", "a month (2016-04) or any day in it")
  .option("--program <id>", "its program, by id or handle; may be left out while there is one")
  .option("--percent <percent>", "the program's rate; affiliates with a rate of their own keep it")
  .option("--basis <basis>", "placed or captured")
  .option("--include-tax", "count tax")
  .option("--no-include-tax", "leave tax out")
  .option("--include-shipping", "count shipping")
  .option("--no-include-shipping", "leave shipping out")
  .option("--forbid-group <id...>", "withhold from members of these customer groups, and of no others")
  .option("--forbid-nobody", "withhold from nobody")
  .option("--rules <file>", "the program's commission rules, in their order, as a JSON file")
  .action(({ date, program: only, percent, basis, includeTax, includeShipping, forbidGroup, forbidNobody, rules }) =>
    exec("replay", {
      date,
      program: only,
      percent,
      basis,
      include_tax: includeTax,
      include_shipping: includeShipping,
      forbid_group: forbidNobody ? "" : forbidGroup?.join(","),
      rules: rules && path.resolve(rules),
    })
  )

program
  .command("reconcile")
  .description("record what events lost: bring the commissions of all changed orders up to date")
  .option("--full", "look at every order again, not only at what changed since the last time")
  .action(({ full }) => exec("reconcile", { full }))

program
  .command("explain")
  .description("say what touched an order, who got it and why, and what it earned")
  .argument("<order>", "an order's id or its number")
  .action((order) => exec("explain", { order }))

program
  .command("doctor")
  .description("prove that orders, months, ledger and balances agree; name every exception, and end with 1 when there is one")
  .option("--json", "print the whole report as JSON")
  .action(({ json }) => exec("doctor", { json }))

program
  .command("export")
  .description("write everything that programs have into a folder, as CSV or as JSON lines, with a manifest that says what it adds up to")
  .requiredOption("--out <folder>", "a new or an empty folder")
  .option("--program <id>", "only this program, by id or handle")
  .option("--format <format>", "csv or json", "csv")
  .action(({ out, program: only, format }) => exec("export", { out, program: only, format }))

program
  .command("import")
  .description("bring affiliates, codes, referrals and balances over from CSV or JSON: all rows or, where one is wrong, none")
  .argument("<path>", "a file, or a folder of files")
  .requiredOption("--program <id>", "the program that takes them, by id or handle")
  .option("--from <program>", "whose columns the files have: affiliatewp, rewardful, …; this plugin's own when left out")
  .option("--dry-run", "check everything, and write nothing")
  .option("--report <file>", "write a CSV that says what became of every row")
  .option("--expect <sums>", "what the balances must add up to, such as EUR=1234.50,USD=3")
  .option("--currency <code>", "the currency of balances whose file does not name one")
  .option("--create-customers", "make a customer of every affiliate who has none")
  .action((path, { program: only, from, dryRun, report, expect, currency, createCustomers }) =>
    exec("import", { path, program: only, from, dry_run: dryRun, report, expect, currency, create_customers: createCustomers })
  )

program
  .command("uninstall")
  .description("take the program out of the store: export it, pause it, switch its promo codes off, and say what stays")
  .option("--out <folder>", "where to export everything first; a new or an empty folder")
  .option("--dry-run", "say what would happen, and change nothing")
  .action(({ out, dryRun }) => exec("uninstall", { out, dry_run: dryRun }))

program
  .command("collect")
  .description("take clicks in a process of its own, several times as many as the store could; put a proxy in front of both")
  .option("--port <port>", "where it listens", "9010")
  .option("--host <address>", "only on this address of the machine")
  .action(({ port, host }) => exec("collect", { port, host }))

/** `medusa exec` takes positional arguments only, so options travel as `name=value`. */
function exec(script, options) {
  if (process.cwd() === path.join(__dirname, ".."))
    program.error("This is the plugin, not a store. Run this in the store's folder: here, in demo.")
  const args = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  const file = path.join(__dirname, "..", ".medusa", "server", "src", "scripts", `${script}.js`)
  const env = { LOG_LEVEL: "error", MEDUSA_DISABLE_TELEMETRY: "true", ...process.env }
  const child = spawn(process.execPath, [medusaCli(), "exec", path.relative(process.cwd(), file), ...args], { stdio: "inherit", env })
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code))
}

function medusaCli() {
  try {
    return require.resolve("@medusajs/cli/cli.js", { paths: [process.cwd(), __dirname] })
  } catch {
    program.error("There is no Medusa here. Run this in the store's folder, after npm install.")
  }
}

program.parse()
