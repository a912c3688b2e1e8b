import { definePolicies, toPascalCase } from "@medusajs/framework/utils"

import { AFFILIATE_OPERATIONS, AFFILIATE_RESOURCES } from "../domain/access/resources"

/** Medusa writes these into its table of policies when it starts, so that a merchant can give them to roles. */
export const affiliatePolicies = definePolicies(
  Object.entries(AFFILIATE_RESOURCES).flatMap(([resource, what]) =>
    AFFILIATE_OPERATIONS.map((operation) => ({
      name: `${toPascalCase(operation)}${toPascalCase(resource)}`,
      resource,
      operation,
      description: `${toPascalCase(operation)} ${what}`,
    }))
  )
)
