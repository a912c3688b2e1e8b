import type { ExecArgs } from "@medusajs/framework/types"

import type { DoctorReport, InvariantException, InvariantResult } from "../domain/doctor/invariants"
import { exitOnError, print, scriptArguments } from "./script-arguments"
import { table } from "./table"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/** `medusa-affiliate doctor [--json]`: ends with 1 when an invariant is broken. */
export default async function doctor({ container, args }: ExecArgs): Promise<void> {
  const { json } = scriptArguments(args)
  await exitOnError(async () => {
    const report = await affiliateModule(container).doctor.run()
    if (!report.ok) process.exitCode = 1
    print(json === "true" ? JSON.stringify(report, null, 2) : reportText(report))
  })
}

function reportText({ invariants }: DoctorReport): string {
  const overview = table(invariants.map(({ id, ok, rule, exception_count }) => [ok ? "ok" : `${exception_count} broken`, id, rule]))
  const broken = invariants.filter(({ ok }) => !ok)
  const verdict = broken.length === 0 ? "All is well." : `${broken.length} of ${invariants.length} invariants are broken.`
  return [overview, ...broken.map(exceptionsText), verdict].join("\n\n")
}

function exceptionsText({ id, rule, advice, exceptions, exception_count }: InvariantResult): string {
  const more = exception_count - exceptions.length
  const rest = more > 0 ? `\nand ${more} more` : ""
  return `${id}: ${rule}\n${exceptionTable(exceptions)}${rest}\nWhat to do: ${advice}`
}

/** The columns `expected` and `found` come last, after the ids. */
function exceptionTable(exceptions: InvariantException[]): string {
  const given = new Set(exceptions.flatMap((exception) => Object.keys(exception)))
  const columns = [...[...given].filter((column) => column !== "expected" && column !== "found"), "expected", "found"]
  return table([
    columns,
    ...exceptions.map((exception) => columns.map((column) => String(exception[column] ?? "").replaceAll(/\s+/g, " "))),
  ])
}
