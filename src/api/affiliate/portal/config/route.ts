import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import type { GetPortalConfig } from "../validators"

/**
 * What the portal needs before anybody is logged in: a publishable key for the Store API, and the terms of the program whose sign-up page
 * is open, or of the store's only one. Both are public; programs that only some customers may join are not among it.
 */
export async function GET(req: MedusaRequest<unknown, GetPortalConfig>, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const { program: handle } = req.validatedQuery
  const found = await affiliate.affiliates.retrievePublicTerms(handle, await affiliate.now())
  const { store_name, publishable_key } = await affiliate.store.retrieveStorefront(found?.sales_channel_ids ?? [])
  res.set("Cache-Control", "no-cache").json({ config: { store_name, publishable_key, program: found?.terms ?? null } })
}
