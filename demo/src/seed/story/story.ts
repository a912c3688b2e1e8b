import type { MedusaContainer } from "@medusajs/framework/types"

import { runWorkflow } from "../plugin"
import { progress } from "../progress"
import type { Shop } from "../shop/store"
import { plusDays, plusHours, type Month } from "../time/calendar"
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

  /** @throws Error for an e-mail nobody has joined with yet. */
  joined(email: string): Enrolled {
    const enrolled = this.affiliates.get(email)
    if (!enrolled) throw new Error(`${email} has not joined`)
    return enrolled
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

  /**
   * Lives through the past months and closes each in the night after its last day, then goes on until now. What a close made available is
   * paid out some days later; the last one is left for whoever looks at the demo.
   */
  async tell(months: Month[]): Promise<void> {
    for (const [index, { name, ends_at }] of months.entries()) {
      await this.timeline.playUntil(ends_at)
      await this.clock.moveToThePast()
      const now = new Date(ends_at.getTime() + FIVE_MINUTES)
      await runWorkflow(this.container, "affiliate-close-periods", { now, closed_by: "system" })
      progress(`${name}: ${this.counts.orders} orders and ${this.counts.clicks} clicks so far, month closed`)
      if (index < months.length - 1) this.plan(plusDays(ends_at, 15), (instant) => this.payOut(instant, name))
    }
    await this.timeline.playUntil(this.now)
    await this.reconcile(new Date())
    progress(`today: ${this.counts.orders} orders, ${this.counts.clicks} clicks, ${this.counts.shoppers} shoppers`)
  }

  /** Store credit pays at once; the rest is what the merchant does by hand, and marks as paid the day after. */
  private async payOut(now: Date, month: string): Promise<void> {
    for (const { id: program_id } of [this.programs.shop, this.programs.trade]) {
      const payouts = await runWorkflow<{ payout_id: string | null; method: string }[]>(this.container, "affiliate-create-payouts", {
        ...{ program_id, created_by: this.admin_id, now },
      })
      for (const [method, name] of [
        ["transfer", "SEPA"],
        ["paypal", "PayPal"],
      ]) {
        const ids = payouts.flatMap((payout) => (payout.payout_id && payout.method === method ? [payout.payout_id] : []))
        const settlement = { reference: `${name} ${month}`, ended_by: this.admin_id, now: plusHours(now, 24) }
        if (ids.length > 0) await runWorkflow(this.container, "affiliate-settle-payouts", { ids, ...settlement })
      }
    }
  }

  private async reconcile(now: Date): Promise<void> {
    await this.clock.moveToThePast()
    await runWorkflow(this.container, "affiliate-reconcile-orders", { now })
  }
}

const FIVE_MINUTES = 5 * 60 * 1000
