import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sendTestNotificationWorkflow } from "../../../../../../../workflows"
import { notificationName } from "../../notification-name"

/** Sends the e-mail, as its preview shows it, to the user who asks for it. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const input = { program_id: req.params.id as string, name: notificationName(req), user_id: req.auth_context.actor_id }
  const { result } = await sendTestNotificationWorkflow(req.scope).run({ input })
  res.json(result)
}
