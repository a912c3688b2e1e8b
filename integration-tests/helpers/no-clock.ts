import { WorkflowScheduler } from "@medusajs/framework/orchestration"

/**
 * Takes the jobs off the clock of the store under test: a suite that runs at seven minutes past the hour would otherwise find its orders
 * recorded and its months closed by somebody else. Tests call the jobs themselves.
 */
beforeEach(async () => {
  const aStoreRuns = WorkflowScheduler["storage"] !== undefined
  if (aStoreRuns) await new WorkflowScheduler().clear()
})
