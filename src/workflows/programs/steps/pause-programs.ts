import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"
import { updateProgramWorkflow } from "../workflows/update-program"

/** Pauses every active program. Compensation lets them go on. */
export const pauseProgramsStep = createStep(
  "pause-programs",
  async (_: undefined, { container }) => {
    const programs = await affiliateModule(container).listPrograms({ status: "active" }, { select: ["id"] })
    const ids = programs.map(({ id }) => id)
    for (const id of ids) await updateProgramWorkflow(container).run({ input: { id, update: { status: "paused" } } })
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    for (const id of ids ?? []) await updateProgramWorkflow(container).run({ input: { id, update: { status: "active" } } })
  }
)
