import type { ImportedProgram } from "../workflows/imports/import-program-step"
import { table } from "./table"

/** What became of an import: its rows by kind, the sums, and what is wrong. */
export function importText(imported: ImportedProgram, { is_dry_run, report }: { is_dry_run: boolean; report?: string }): string {
  const { counts, totals, differences, faults, fault_count, pending, is_written } = imported
  const kinds = Object.entries(counts).map(([kind, count]) => [kind, ...[count.taken, count.already_there, count.refused].map(String)])
  const sums = Object.entries(totals).map(([currency, amount]) => [currency.toUpperCase(), amount])
  const open = Object.entries(pending).filter(([, amount]) => !/^-?[0.]+$/.test(amount))
  return [
    `Read ${imported.files.join(", ")}`,
    table([["", "taken", "already there", "refused"], ...kinds], [1, 2, 3]),
    sums.length > 0 && table([["balances", ""], ...sums], [1]),
    ...differences.map(
      ({ currency_code, expected, found }) =>
        `The balances in ${currency_code.toUpperCase()} must add up to ${expected}, and add up to ${found}.`
    ),
    ...open.map(
      ([currency, amount]) => `${amount} ${currency.toUpperCase()} of open months are in no balance: close these months, and export again.`
    ),
    faults.length > 0 &&
      table(
        faults.map((fault) => [`${fault.file}:${fault.line}`, fault.kind, fault.subject ?? "", fault.field ?? "", fault.problem ?? ""])
      ),
    fault_count > 0 && `Wrong rows: ${fault_count}.${report ? "" : " --report names every row."}`,
    verdict(is_written, is_dry_run, fault_count + differences.length === 0),
  ]
    .filter(Boolean)
    .join("\n\n")
}

function verdict(isWritten: boolean, isDryRun: boolean, isRight: boolean): string {
  if (isWritten) return "Everything is written."
  return isDryRun && isRight ? "All is well: nothing is written, because this was a dry run." : "Nothing is written."
}
