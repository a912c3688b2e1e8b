import type { ICachingModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { logAndContinue } from "../utils/log-and-continue"

/**
 * Lets Medusa look promo codes up anew. Its caching module, where a store has it, keeps for an hour that a code does not exist, without a tag
 * that the making of its promotion would clear; and a cache in memory is another one in each process.
 *
 * @param codes as Medusa looks them up, in one query.
 */
export async function forgetCachedLookup(container: MedusaContainer, codes: string[]): Promise<void> {
  const caching = container.resolve(Modules.CACHING, { allowUnregistered: true }) as ICachingModuleService | undefined
  if (!caching || codes.length === 0) return
  const clear = async () => caching.clear({ key: await caching.computeKey({ queryOptions: lookupOf(codes), options: {} }) })
  await logAndContinue(container, "clearing a cached promo code", clear, undefined)
}

/** The query of `updateCartPromotionsWorkflow`. Medusa makes the key of its answer from it. */
const lookupOf = (codes: string[]) => ({ entity: "promotion", fields: ["id", "code"], filters: { code: codes } })
