import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { fileFormatsOf } from "../../../domain/payouts/files"
import { payoutMethodsOf } from "../../../workflows/payouts/payout-methods"
import { listResponse, sliceOf } from "../../utils/list-response"
import type { AdminGetPayoutMethods } from "./validators"

/** Every way to pay affiliates that this store knows. */
export function GET(req: MedusaRequest<unknown, AdminGetPayoutMethods>, res: MedusaResponse): void {
  const methods = payoutMethodsOf(req.scope).map(({ id, form, provider, is_available }) => ({
    id,
    is_automatic: provider !== null,
    is_available,
    fields: form.fields,
    file_formats: fileFormatsOf(id),
  }))
  res.json(listResponse(req, "affiliate_payout_methods", sliceOf(methods, req.validatedQuery)))
}
