import type { MedusaContainer } from "@medusajs/framework/types"

import type { NotificationName } from "../../domain/notifications/notification-settings"
import { logAndContinue } from "../utils/log-and-continue"
import type { DueNotification } from "./notifications-for-event"
import { notifyAffiliatesWorkflow } from "./notify-affiliates"

/**
 * Sends what has come in as soon as what came before is sent. A thousand events at once (a mass enrolment, a round of payouts) are a few
 * statements then, one after the other, and leave the shop its connections.
 */
class NotificationQueue {
  private waiting: string[] = []
  private last = Promise.resolve()

  constructor(private readonly send: (ids: string[]) => Promise<void>) {}

  /** @returns when it was sent, with all that waited. */
  add(id: string): Promise<void> {
    if (this.waiting.length === 0) this.last = this.last.then(() => this.send(this.waiting.splice(0)))
    this.waiting.push(id)
    return this.last
  }
}

const queues = new WeakMap<MedusaContainer, Map<NotificationName, NotificationQueue>>()

/** Sends a notification, with others of its kind. What goes wrong is logged; it never throws. */
export function enqueueNotification(container: MedusaContainer, [name, id]: DueNotification): Promise<void> {
  const own = queues.get(container) ?? new Map<NotificationName, NotificationQueue>()
  const queue = own.get(name) ?? new NotificationQueue((ids) => send(container, name, ids))
  queues.set(container, own.set(name, queue))
  return queue.add(id)
}

async function send(container: MedusaContainer, name: NotificationName, ids: string[]): Promise<void> {
  const run = () => notifyAffiliatesWorkflow(container).run({ input: { name, ids } })
  await logAndContinue(container, `sending ${name}`, run, undefined)
}
