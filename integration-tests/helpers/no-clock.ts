import { WorkflowScheduler } from "@medusajs/framework/orchestration"

/**
 * The store under test has no clock: a suite that runs at seven minutes past the hour would otherwise find its orders recorded and its
 * months closed by somebody else. So its jobs are never put on one, not even while it boots. Tests call the jobs themselves.
 */
WorkflowScheduler.prototype.scheduleWorkflow = () => Promise.resolve()
