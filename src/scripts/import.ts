import type { ExecArgs } from "@medusajs/framework/types"

import { importProgramWorkflow } from "../workflows/imports"
import { importText } from "./import-text"
import { programId } from "./program-id"
import { exitOnError, print, scriptArguments } from "./script-arguments"

/** `medusa-affiliate import path --program id [--from program] [--dry-run] [--report file] …`: ends with 1 when something is wrong. */
export default async function importAll({ container, args }: ExecArgs): Promise<void> {
  const { path = "", program = "", from, dry_run, report, expect, currency, create_customers } = scriptArguments(args)
  await exitOnError(async () => {
    const { result } = await importProgramWorkflow(container).run({
      input: {
        ...{ program_id: await programId(container, program), path, from, report, expect, currency_code: currency },
        ...{ creates_customers: create_customers === "true", is_dry_run: dry_run === "true", created_by: "command line" },
      },
    })
    if (result.fault_count > 0 || result.differences.length > 0) process.exitCode = 1
    print(importText(result, { is_dry_run: dry_run === "true", report }))
  })
}
