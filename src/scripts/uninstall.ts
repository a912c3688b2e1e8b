import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"

import { InvalidInput } from "../domain/errors"
import { exportPrograms } from "../workflows/exports/export-programs"
import { switchOffProgramsWorkflow } from "../workflows/programs"
import { affiliateModule } from "../workflows/utils/affiliate-module"
import { exportText } from "./export-text"
import { exitOnError, print, scriptArguments } from "./script-arguments"
import { table } from "./table"

/** Tables that say who is owed what, and why. They are the merchant's books. */
const MONEY = [
  ...["affiliate_adjustment", "affiliate_commission", "affiliate_ledger_entry", "affiliate_paid_period", "affiliate_pay_run"],
  ...[
    "affiliate_payout",
    "affiliate_payout_details",
    "affiliate_period",
    "affiliate_period_commission",
    "affiliate_period_line",
    "affiliate_statement",
  ],
]

/** `medusa-affiliate uninstall [--out folder] [--dry-run]`: makes the store ready to go on without the plugin. Deletes nothing. */
export default async function uninstall({ container, args }: ExecArgs): Promise<void> {
  const { out, dry_run } = scriptArguments(args)
  await exitOnError(async () => {
    if (dry_run === "true") {
      print(await planText(container, out))
      return
    }
    if (!out) throw new InvalidInput("--out", "must name a new or an empty folder: everything is exported before anything is switched off")
    print(exportText(out, await exportPrograms(container, { out, format: "csv" })))
    const { result } = await switchOffProgramsWorkflow(container).run()
    print(`\nPaused programs: ${result.program_ids.length}. Promo codes switched off: ${result.promotion_count}.\n`)
    print(await staysText(container))
  })
}

async function planText(container: MedusaContainer, out = "the folder that --out names"): Promise<string> {
  const affiliate = affiliateModule(container)
  const active = await affiliate.listPrograms({ status: "active" }, { select: ["handle"] })
  const handles = active.map(({ handle }) => handle).join(", ") || "none"
  return [
    "Nothing is changed, because this is a dry run. Without --dry-run:",
    `Everything is exported to ${out}.`,
    `Active programs are paused: ${handles}.`,
    `Promo codes are switched off: ${await affiliate.promoCodes.countActivePromotions()}.`,
    await staysText(container),
  ].join("\n\n")
}

async function staysText(container: MedusaContainer): Promise<string> {
  const tables = await affiliateModule(container).exports.countTables()
  const counted = tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, String(rows), MONEY.includes(name) ? "money" : ""])
  return [
    `All ${tables.length} tables stay, also the empty ones, and with them every balance:`,
    table([["table", "rows", ""], ...counted], [1]),
    REMOVE,
  ].join("\n\n")
}

const REMOVE = `Now, by hand:
- In medusa-config, remove medusa-plugin-affiliate from plugins, and from modules if it stands there.
- Remove the variables of its options from the environment, such as the secrets of its token keys.
- In the storefront, remove /affiliate/tracker.js, or the counter's image, and medusa-plugin-affiliate/storefront.
- Run npm uninstall medusa-plugin-affiliate, build the store, and start it again.
To come back: install the plugin, start the store, and make the programs active. docs/how-to/move-out.md says how to drop the tables.`
