import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"
import { previewNotification } from "../../../../../../workflows/notifications/preview-notification"
import { notificationName } from "../notification-name"

/** An e-mail of the program as it would be sent now, and who would send it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const notification = await previewNotification(req.scope, req.params.id as string, notificationName(req))
  res.json({ notification, email_provider: await affiliateModule(req.scope).notifications.retrieveEmailProvider() })
}
