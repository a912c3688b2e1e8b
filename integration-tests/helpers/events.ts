import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { TestEventUtils } from "@medusajs/test-utils"

import { AffiliateEvents, type AffiliateEvent } from "../../src/workflows/events"

export interface SeenEvent {
  name: AffiliateEvent
  data: Record<string, unknown>
}

const SUBSCRIBER = { subscriberId: "seen-by-tests" }
const ours = new Set<string>(Object.values(AffiliateEvents))

/** The plugin's events on the store's bus, from now until `forgetEvents`. */
export function seeEvents(container: MedusaContainer): SeenEvent[] {
  const seen: SeenEvent[] = []
  const see = ({ name, data }: { name: string; data: unknown }): Promise<void> => {
    if (ours.has(name)) seen.push({ name, data } as SeenEvent)
    return Promise.resolve()
  }
  container.resolve(Modules.EVENT_BUS).subscribe("*", see, SUBSCRIBER)
  return seen
}

export const forgetEvents = (container: MedusaContainer): void => {
  container.resolve(Modules.EVENT_BUS).unsubscribe("*", () => Promise.resolve(), SUBSCRIBER)
}

/** The work itself counts, and the machine may be busy with another suite: Medusa's fifteen seconds are not enough for every month. */
const PATIENCE = 60_000

/** Does something and waits until the subscribers of the event it emits, so many times, are done. */
export async function andSubscribers<T>(container: MedusaContainer, event: AffiliateEvent, work: () => Promise<T>, times = 1): Promise<T> {
  const bus = container.resolve(Modules.EVENT_BUS)
  const done = TestEventUtils.waitSubscribersExecution(event, bus, { triggerCount: times, timeout: PATIENCE })
  const [result] = await Promise.all([work(), done])
  return result
}

/** Long enough for an event that must not come. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))
