import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { DomainError, messageOf } from "../../domain/errors"
import type { NotificationName } from "../../domain/notifications/notification-settings"
import { affiliateModule } from "../utils/affiliate-module"
import { withMedusaErrors } from "../utils/to-medusa-error"
import { previewNotification } from "./preview-notification"

export interface TestNotification {
  program_id: string
  name: NotificationName
  /** The user who gets it. */
  user_id: string
}

export const sendTestNotificationWorkflowId = "affiliate-send-test-notification"

/** Nothing to compensate: an e-mail cannot be recalled. It has no idempotency key, so that it can be sent as often as it is asked for. */
const sendTestNotificationStep = createStep("send-test-notification", async (input: TestNotification, { container }) => {
  return new StepResponse(await withMedusaErrors(() => send(container, input)))
})

/**
 * Sends an e-mail of a program, with real data, to a user of the dashboard, also one that is switched off.
 *
 * @example
 * await sendTestNotificationWorkflow(container).run({ input: { program_id: "affprog_01", name: "month_closed", user_id: "user_01" } })
 * // { to: "merchant@example.com" }
 */
export const sendTestNotificationWorkflow = createWorkflow(sendTestNotificationWorkflowId, (input: TestNotification) => {
  return new WorkflowResponse(sendTestNotificationStep(input))
})

/** @throws DomainError where the store has no provider, or the provider refuses. */
async function send(container: MedusaContainer, { program_id, name, user_id }: TestNotification): Promise<{ to: string }> {
  const { template, data, mail } = await previewNotification(container, program_id, name)
  const [user] = await container.resolve(Modules.USER).listUsers({ id: [user_id] }, { select: ["email"] })
  if (!user) throw new DomainError("not_allowed", "Only a user of the dashboard has an e-mail to send this to")
  const provider =
    container.hasRegistration(Modules.NOTIFICATION) && (await affiliateModule(container).notifications.retrieveEmailProvider())
  if (!provider) throw new DomainError("not_allowed", "The store has no notification provider for e-mails")
  const message = { to: user.email, channel: "email", template, data, ...(mail && { content: mail }), trigger_type: `${name}.test` }
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications(message)
  } catch (error) {
    throw new DomainError("not_allowed", `The notification provider ${provider.id} did not take the e-mail: ${messageOf(error)}`)
  }
  return { to: user.email }
}
