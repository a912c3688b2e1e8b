import type { MedusaContainer } from "@medusajs/framework/types"

import type { AffiliateNotificationName } from "../../domain/notifications/notification-settings"
import { logAndContinue } from "../utils/log-and-continue"
import type { DueNotification } from "./notifications-for-event"
import { notifyAffiliatesWorkflow } from "./notify-affiliates"

/**
 * Sends everything that is waiting as soon as the batch before is sent. So a thousand events at once (a mass enrolment, a round of payouts)
 * cost a few statements, one after the other, and do not take the connections that the shop needs.
 */
class NotificationQueue {
  private waiting: string[] = []
  private last = Promise.resolve()

  constructor(private readonly send: (ids: string[]) => Promise<void>) {}

  /** @returns a promise that resolves when the batch with this id was sent. */
  add(id: string): Promise<void> {
    if (this.waiting.length === 0) this.last = this.last.then(() => this.send(this.waiting.splice(0)))
    this.waiting.push(id)
    return this.last
  }
}

const queues = new WeakMap<MedusaContainer, Map<AffiliateNotificationName, NotificationQueue>>()

/** Sends a notification together with others of the same name. Never throws: failures are logged. */
export function enqueueNotification(container: MedusaContainer, [name, id]: DueNotification): Promise<void> {
  const own = queues.get(container) ?? new Map<AffiliateNotificationName, NotificationQueue>()
  const queue = own.get(name) ?? new NotificationQueue((ids) => send(container, name, ids))
  queues.set(container, own.set(name, queue))
  return queue.add(id)
}

async function send(container: MedusaContainer, name: AffiliateNotificationName, ids: string[]): Promise<void> {
  const run = () => notifyAffiliatesWorkflow(container).run({ input: { name, ids } })
  await logAndContinue(container, `sending ${name}`, run, undefined)
}
