import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { fileFormatsOf } from "../../../domain/payouts/files"
import { payoutMethodsOf } from "../../../workflows/payouts/payout-methods"

/** Every way to pay affiliates that this store knows. */
export function GET(req: MedusaRequest, res: MedusaResponse): void {
  const payout_methods = payoutMethodsOf(req.scope).map(({ id, form, provider, is_available }) => ({
    id,
    is_automatic: provider !== null,
    is_available,
    fields: form.fields,
    file_formats: fileFormatsOf(id),
  }))
  res.json({ payout_methods })
}
