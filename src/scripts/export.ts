import type { ExecArgs } from "@medusajs/framework/types"

import { InvalidInput } from "../domain/errors"
import { exportPrograms } from "../workflows/exports/export-programs"
import { EXPORT_FORMATS } from "../workflows/exports/write-rows"
import { exportText } from "./export-text"
import { programId } from "./program-id"
import { exitOnError, print, scriptArguments } from "./script-arguments"

/** `medusa-affiliate export --out folder [--program id] [--format csv|json]` */
export default async function exportAll({ container, args }: ExecArgs): Promise<void> {
  const { out, program, format = "csv" } = scriptArguments(args)
  await exitOnError(async () => {
    const known = EXPORT_FORMATS.find((name) => name === format)
    if (!known) throw new InvalidInput("--format", `must be one of ${EXPORT_FORMATS.join(", ")}`)
    if (!out) throw new InvalidInput("--out", "must name a new or an empty folder")
    const program_id = program === undefined ? undefined : await programId(container, program)
    print(exportText(out, await exportPrograms(container, { out, program_id, format: known })))
  })
}
