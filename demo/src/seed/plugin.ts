import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type AffiliateModuleService from "../../../src/modules/affiliate/service"

/** The plugin's module, as the running store has it. */
export const affiliateModule = (container: MedusaContainer): AffiliateModuleService => container.resolve("affiliate")

/** Runs one of the plugin's workflows by its name, so that the demo imports nothing of the plugin but types. */
export async function runWorkflow<T>(container: MedusaContainer, name: string, input: object): Promise<T> {
  const { result } = (await container.resolve(Modules.WORKFLOW_ENGINE).run(name, { input })) as { result: T }
  return result
}
