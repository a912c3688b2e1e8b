import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { completePromoCodesStep } from "./complete-promo-codes-step"
import { importProgramStep, type ImportProgramInput } from "./import-program-step"

export const importProgramWorkflowId = "affiliate-import-program"

/**
 * Brings affiliates, codes, referrals and open balances of another program into one of this store, from CSV or JSON files: all rows or, where
 * one is wrong, none. Running it again writes nothing twice. Nobody is sent an e-mail.
 *
 * @example
 * const { result } = await importProgramWorkflow(container).run({
 *   input: { program_id: "affprog_01", path: "moved/", is_dry_run: true, created_by: "user_01" },
 * })
 */
export const importProgramWorkflow = createWorkflow(importProgramWorkflowId, (input: ImportProgramInput) => {
  const imported = importProgramStep(input)
  when("affiliate-import-was-written", imported, ({ is_written }) => is_written).then(() => {
    completePromoCodesStep({ program_id: input.program_id })
  })
  return new WorkflowResponse(imported)
})
