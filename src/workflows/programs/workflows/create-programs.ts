import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { createProgramsStep, type CreateProgramsInput } from "../steps/create-programs"

export const createProgramsWorkflowId = "affiliate-create-programs"

/**
 * Creates affiliate programs.
 *
 * @example
 * const { result } = await createProgramsWorkflow(container).run({
 *   input: { programs: [{ name: "Friends", site_url: "https://shop.example.com", commission_percent: 10 }] },
 * })
 * // [{ id: "affprog_01", number: 1, handle: "friends", commission_percent: "10", … }]
 */
export const createProgramsWorkflow = createWorkflow(createProgramsWorkflowId, (input: CreateProgramsInput) => {
  return new WorkflowResponse(createProgramsStep(input))
})
