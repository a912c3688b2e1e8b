import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { changeOwnNotificationsWorkflow } from "../../../../../../workflows"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"
import type { StoreChangeNotifications } from "../../../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ notifications: await affiliateModule(req.scope).notifications.listOwn(req.params.id as string) })
}

/** What is left out stays as it is. */
export async function POST(req: AuthenticatedMedusaRequest<StoreChangeNotifications>, res: MedusaResponse): Promise<void> {
  const affiliate_id = req.params.id as string
  await changeOwnNotificationsWorkflow(req.scope).run({ input: { affiliate_id, notifications: req.validatedBody } })
  res.json({ notifications: await affiliateModule(req.scope).notifications.listOwn(affiliate_id) })
}
