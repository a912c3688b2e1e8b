import type { MedusaContainer } from "@medusajs/framework/types"

import { runWorkflow } from "../plugin"
import { progress } from "../progress"
import type { Shop } from "../shop/store"
import type { Month } from "../time/calendar"
import { PastClock } from "../time/past-clock"
import { Random } from "../time/random"
import { Timeline } from "../time/timeline"
import { AfterSales } from "./after-sales"
import type { Enrolled } from "./enroll"
import type { Programs } from "./programs"

type Happening = (at: Date) => Promise<unknown>

/** What all parts of the story share: who there is by now, what is planned, and the clock of the past. */
export class Story {
  readonly random = new Random(20160401)
  readonly afterSales: AfterSales
  /** By e-mail. */
  readonly affiliates = new Map<string, Enrolled>()
  readonly counts = { clicks: 0, orders: 0, shoppers: 0 }
  private readonly clock: PastClock
  private readonly timeline = new Timeline()

  constructor(
    readonly container: MedusaContainer,
    readonly shop: Shop,
    readonly programs: Programs,
    readonly admin_id: string,
    readonly begins_at: Date,
    readonly now: Date
  ) {
    this.clock = new PastClock(container)
    this.afterSales = new AfterSales(container, shop.stock_location_id)
  }

  /** Plans something; what lies in the future never happens. */
  plan(at: Date, happening: Happening): void {
    this.timeline.add(at, (instant) => this.clock.at(instant, async () => void (await happening(instant))))
  }

  /** Plans a change of an order or affiliate. What the orders earned before is recorded first, as the hourly reconciliation does. */
  planChange(at: Date, happening: Happening): void {
    this.timeline.add(at, async (instant) => {
      await this.reconcile(instant)
      await this.clock.at(instant, async () => void (await happening(instant)))
    })
  }

  /** Lives through the past months and closes each in the night after its last day, then goes on until now. */
  async tell(months: Month[]): Promise<void> {
    for (const { name, ends_at } of months) {
      await this.timeline.playUntil(ends_at)
      await this.clock.moveToThePast()
      const now = new Date(ends_at.getTime() + FIVE_MINUTES)
      await runWorkflow(this.container, "affiliate-close-periods", { now, closed_by: "system" })
      progress(`${name}: ${this.counts.orders} orders and ${this.counts.clicks} clicks so far, month closed`)
    }
    await this.timeline.playUntil(this.now)
    await this.reconcile(new Date())
    progress(`today: ${this.counts.orders} orders, ${this.counts.clicks} clicks, ${this.counts.shoppers} shoppers`)
  }

  private async reconcile(now: Date): Promise<void> {
    await this.clock.moveToThePast()
    await runWorkflow(this.container, "affiliate-reconcile-orders", { now })
  }
}

const FIVE_MINUTES = 5 * 60 * 1000
