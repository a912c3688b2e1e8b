import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { NotificationChoice } from "../../domain/notifications/muted-notifications"
import { affiliateModule } from "../utils/affiliate-module"

export interface OwnNotificationsChange {
  affiliate_id: string
  /** What is left out stays as it is. */
  notifications: NotificationChoice
}

/** Switches e-mails to an affiliate on or off. @throws MedusaError NOT_FOUND for an unknown affiliate. */
export const changeOwnNotificationsStep = createStep(
  "change-own-notifications",
  async ({ affiliate_id, notifications }: OwnNotificationsChange, { container }) => {
    const change = await affiliateModule(container).notifications.changeOwn(affiliate_id, notifications)
    return new StepResponse(change.after.muted, { affiliate_id, change })
  },
  async (changed, { container }) => {
    if (changed) await affiliateModule(container).notifications.restoreOwn(changed.affiliate_id, changed.change)
  }
)
