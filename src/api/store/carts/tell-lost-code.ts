import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { onCreated } from "../on-response"
import { exposeRefusal, setRefusal } from "./refused-header"

/** An e-mail or a login may show an earlier order, and Medusa drops a code then without a word: the answer's header says why it is gone. */
export function tellLostCode(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const cartId = req.params.id as string
  const { attribution } = affiliateModule(req.scope)
  if (namesShopper(req)) {
    exposeRefusal(res)
    onCreated(res, "cart", async () => {
      const read = () => attribution.retrieveCartRefusal(cartId, new Date())
      const refusal = await logAndContinue(req.scope, "looking for a lost code", read, null)
      if (refusal) setRefusal(res, refusal.code)
    })
  }
  next()
}

const namesShopper = ({ path, body }: MedusaRequest): boolean =>
  path.endsWith("/customer") || (typeof body === "object" && body !== null && "email" in body)
