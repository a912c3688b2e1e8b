import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { attributeCartWorkflow } from "../../../../../workflows/attribution"
import type { StoreAttributeCartType } from "./validators"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"

/** Who would get the order if the cart were placed now, null when nobody, and which code or token was refused. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await query.graph({ entity: "cart", fields: ["id"], filters: { id } }, { throwIfKeyNotFound: true })
  const affiliate = affiliateModule(req.scope)
  res.json(await affiliate.attribution.retrieveCartResult(id, new Date()))
}

/** Puts a click or a promo code on the cart; a code that gives a discount is applied as well. */
export async function POST(req: MedusaRequest<StoreAttributeCartType>, res: MedusaResponse): Promise<void> {
  const { result } = await attributeCartWorkflow(req.scope).run({
    input: { cart_id: req.params.id as string, ...req.validatedBody, now: new Date() },
  })
  res.json({ attribution: result })
}
