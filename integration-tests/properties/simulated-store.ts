import type { MedusaContainer } from "@medusajs/framework/types"

import { messageOf } from "../../src/domain/errors"
import { affiliateModule } from "../helpers/affiliate"
import { sql } from "../helpers/sql"
import { Fraction } from "./fraction"
import { writeOrders } from "./medusa-tables"
import { changeVersioned, deleteRecord, setGroup, setMembership, setRules, writePrograms } from "./program-tables"
import { change, place, type Where } from "./reference-events"
import type { ReferenceOrder } from "./reference-order"
import type { Terms } from "./reference-attribution"
import { ReferenceProgram } from "./reference-program"
import { tiersColumn } from "./reference-tiers"
import type { Command, RandomProgram } from "./random-store"

const START = Date.UTC(2016, 0, 10)
const STEP = 12 * 24 * 60 * 60 * 1000
const AUTHOR = { created_by: "law", reason: "law" }

interface Payout {
  affiliate: number
  currency: string
  amount: Fraction
}

/** One program: what the books say, and what has to be written and asked to make the database say the same. */
class Member {
  readonly books: ReferenceProgram
  readonly dirty = new Set<ReferenceOrder>()
  readonly processing: Payout[] = []
  readonly deletedChannels = new Set<number>()

  constructor(
    readonly number: number,
    readonly plan: RandomProgram
  ) {
    this.books = new ReferenceProgram(plan.settings)
  }

  get orders(): ReferenceOrder[] {
    return this.books.attribution.orders
  }

  /** How many deleted groups and channels the program names. */
  get deadReferences(): number {
    const channels = this.books.attribution.terms.latest.channels ?? []
    return Number(this.books.isGroupDeleted) + channels.filter((channel) => this.deletedChannels.has(channel)).length
  }

  readonly id = `law_program_${this.number}`
  affiliateId = (affiliate: number): string => `law_aff_${this.number}_${affiliate}`
  pick = (which: number): ReferenceOrder | undefined => this.orders[which % Math.max(1, this.orders.length)]
}

/**
 * Many programs that live through the same weeks, step by step, in the database and in the books. All orders of a step are written and
 * recorded together, because thousands of small stores one after the other would take hours and find nothing more.
 */
export class SimulatedStore {
  readonly members: Member[]
  private readonly affiliate

  constructor(
    private readonly container: MedusaContainer,
    plans: RandomProgram[]
  ) {
    this.members = plans.map((plan, number) => new Member(number, plan))
    this.affiliate = affiliateModule(container)
  }

  async create(): Promise<void> {
    await writePrograms(
      this.container,
      this.members.map(({ plan }) => plan.settings)
    )
  }

  private readonly unwritten = new Set<ReferenceOrder>()

  /** Lives through the `n`th command of every program. What is recorded is recorded by one server, whose clock may be ahead or behind. */
  async step(n: number): Promise<void> {
    const window = START + n * STEP
    const now = new Date(window + STEP)
    const recordedAt = ahead(now, [0, -3, 3][n % 3]!)
    const turns = this.members.map((member) => ({
      member,
      command: member.plan.commands[n]!,
      at: timeOf(member, member.plan.commands[n]!, window),
    }))

    // What is set in the next step is not set yet for an order of this one, whatever its clock says.
    const placedAt = (at: Date, clock: number): Date => new Date(Math.min(ahead(at, clock).getTime(), window + STEP - 1))
    for (const { member, command, at } of turns) {
      this.move(member, command, { at: placedAt(at, command.clock), key: `${member.number}_${n}` })
    }
    await this.write()
    const waiting = turns.flatMap(({ member, command }) => {
      // A change of what orders are decided by comes before what was lost is recorded.
      const waits = (command.lost && command.type !== "close") || ["suspend", "terms", "delete"].includes(command.type)
      return waits ? [] : [...member.dirty].map((order, k) => ({ member, order, isLast: command.type === "refer" && k % 2 === 1 }))
    })
    // Who refers a shopper is set after one page of orders and before the next.
    await this.record(waiting, ({ isLast }) => !isLast, recordedAt)
    await inParallel(turns, ({ member, command, at }) => this.act(member, command, at, ahead(now, command.clock)))
    await this.record(waiting, ({ isLast }) => isLast, recordedAt)
  }

  private async write(): Promise<void> {
    await writeOrders(this.container, [...this.unwritten])
    this.unwritten.clear()
  }

  /** What happens in the shop. */
  private move(member: Member, command: Command, where: Where): void {
    const order = command.type === "order" ? this.place(member, command, where) : member.pick(command.which)
    if (!order) return
    if (command.type === "order") member.orders.push(order)
    else if (!change(order, command, where)) return
    member.dirty.add(order)
    this.unwritten.add(order)
  }

  /** Who has no account any more orders as a guest. */
  private place({ number, books }: Member, command: Extract<Command, { type: "order" }>, where: Where): ReferenceOrder {
    const account = command.account && !books.attribution.withoutAccount.has(command.shopper)
    return place(number, { ...command, account }, where)
  }

  /** What the merchant does. */
  private async act(member: Member, command: Command, at: Date, now: Date): Promise<void> {
    const { books } = member
    switch (command.type) {
      case "close":
        return this.close(member, now)
      case "adjust": {
        const amount = Fraction.of(String(command.cents)).over(Fraction.of("100"))
        if (amount.isZero) return
        const [affiliate_id, currency_code] = [member.affiliateId(command.affiliate), "eur"]
        await this.affiliate.ledger.adjust({ affiliate_id, currency_code, amount: amount.text(2), ...AUTHOR, now })
        books.postings.push({ affiliate: command.affiliate, currency: currency_code, amount, availableAt: now })
        return
      }
      case "suspend":
        return this.suspend(member, command.affiliate, !books.attribution.suspended[command.affiliate]!.latest, at)
      case "forbid":
        books.members[command.affiliate] = !books.members[command.affiliate]
        return setMembership(this.container, member.number, command.affiliate, books.members[command.affiliate]!)
      case "terms":
        books.attribution.terms.set(command.terms, at)
        await setRules(this.container, member.number, command.terms.rules, at, String(at.getTime()))
        return changeVersioned(this.container, "affiliate_program", member.id, at, columnsOf(command.terms, member.number))
      case "join":
        return this.join(member, command)
      case "delete":
        return this.delete(member, command, at)
      case "refer":
        return this.refer(member, command, now)
      case "reassign":
        return this.reassign(member, command.affiliate, command.which, now)
      case "payout":
        return this.payOut(member, now)
      case "failPayout":
        return this.endPayouts(member, command.which % 2 === 0, now)
    }
  }

  private async join({ books, number }: Member, { what, one: any }: Extract<Command, { type: "join" }>): Promise<void> {
    const one = what === "vip" ? any % 2 : any
    const group = what === "vip" ? books.vips : books.wholesalers
    const isMember = !group.has(one)
    if (isMember) group.add(one)
    else group.delete(one)
    await setGroup(this.container, number, what, one, isMember)
  }

  /** An affiliate without an account stays suspended. */
  private async suspend({ books, affiliateId }: Member, affiliate: number, isSuspended: boolean, at: Date): Promise<void> {
    if (books.attribution.suspended[affiliate]!.latest === isSuspended || books.withoutAccount.has(affiliate)) return
    books.attribution.suspended[affiliate]!.set(isSuspended, at)
    await changeVersioned(this.container, "affiliate", affiliateId(affiliate), at, { status: isSuspended ? "suspended" : "active" })
  }

  /** The store deletes a record that the program or its orders name. Its affiliate is suspended with an account. */
  private async delete(member: Member, { what, one }: Extract<Command, { type: "delete" }>, at: Date): Promise<void> {
    const { books, number } = member
    const deleted = (table: string, name: string) => deleteRecord(this.container, table, `law_${name}`)
    switch (what) {
      case "group":
        books.isGroupDeleted = true
        return deleted("customer_group", `group_${number}`)
      case "channel":
        member.deletedChannels.add(one)
        return deleted("sales_channel", `channel_${number}_${one}`)
      case "promotion":
        return deleted("promotion", `promo_${number}_${one}`)
      case "shopper":
        books.attribution.withoutAccount.add(one + 2)
        return deleted("customer", `account_${number}_${one + 2}`)
      case "affiliate":
        await this.suspend(member, one, true, at)
        books.withoutAccount.add(one)
        return deleted("customer", `cus_${number}_${one}`)
    }
  }

  private async refer(member: Member, { shopper, affiliate }: Extract<Command, { type: "refer" }>, now: Date): Promise<void> {
    const { attribution } = member.books
    if (affiliate !== null && (attribution.suspended[affiliate]!.latest || attribution.terms.latest.status !== "active")) return
    const customer_id = `law_${attribution.withoutAccount.has(shopper) ? "guest" : "account"}_${member.number}_${shopper}`
    const affiliate_id = affiliate === null ? null : member.affiliateId(affiliate)
    await this.affiliate.referrals.setReferrer({ customer_id, affiliate_id, ...AUTHOR, now })
    member.books.refer(shopper, affiliate, now)
  }

  private async close(member: Member, now: Date): Promise<void> {
    const { books, id: program_id, number } = member
    const current = books.monthOf(now)
    const ended = ["2016-01", "2016-02", "2016-03", "2016-04", "2016-05", "2016-06", "2016-07"].filter((month) => month < current)
    // Every third program asks for the last month first.
    const wanted = number % 3 === 0 ? [...ended.slice(-1), ...ended] : ended
    for (const period of wanted) {
      // Every fourth program looks before it closes; all of them would make the run a quarter longer.
      const preview = number % 4 === 0 && !books.isClosed(period) ? await this.affiliate.periods.preview(program_id, period) : null
      const refused = books.isClosed(period) || books.isWaiting(period)
      const closed = await this.affiliate.periods.close({ program_id, period, closed_by: "law", now }).catch((error: unknown) => {
        if (refused && messageOf(error).startsWith("period: ")) return false
        throw error
      })
      if (closed === refused) throw new Error(`${program_id} ${period}: closed ${String(closed)}, and the books disagree`)
      if (!closed) continue
      const written = preview && (await this.affiliate.periods.listLines(program_id, period))
      if (JSON.stringify(preview) !== JSON.stringify(written))
        throw new Error(`${program_id} ${period}: the preview is not what was written`)
      books.close(period)
    }
  }

  private async reassign(member: Member, affiliate: number | null, which: number, now: Date): Promise<void> {
    const order = member.pick(which)
    if (!order) return
    const { books } = member
    if (affiliate !== null && books.attribution.suspended[affiliate]!.latest) return
    const affiliate_id = affiliate === null ? null : member.affiliateId(affiliate)
    await this.affiliate.orders.reassign({ order_id: order.id, affiliate_id, ...AUTHOR, now })
    if (books.reassign(order, affiliate, now)) member.dirty.delete(order)
  }

  private async payOut(member: Member, now: Date): Promise<void> {
    const { books, processing } = member
    await this.affiliate.payouts.create({ program_id: member.id, created_by: "law", now })
    for (const affiliate of [0, 1]) {
      for (const currency of ["eur", "jpy", "kwd"]) {
        const { available } = books.balance(affiliate, currency, now)
        const isProcessing = processing.some((payout) => payout.affiliate === affiliate && payout.currency === currency)
        if (books.attribution.suspended[affiliate]!.latest || isProcessing || available.isNegative || available.isZero) continue
        processing.push({ affiliate, currency, amount: available })
        books.postings.push({ affiliate, currency, amount: available.negated(), availableAt: now })
      }
    }
  }

  private async endPayouts(member: Member, isPaid: boolean, now: Date): Promise<void> {
    const payouts = await sql<{ id: string }>(
      this.container,
      `SELECT id FROM affiliate_payout WHERE program_id = ? AND status = 'processing'`,
      [member.id]
    )
    if (payouts.length !== member.processing.length) throw new Error(`${member.id}: ${payouts.length} payouts, the books have others`)
    for (const { id } of payouts) {
      await (isPaid
        ? this.affiliate.payouts.settle({ ids: [id], reference: "law", ended_by: "law", now })
        : this.affiliate.payouts.end({ id, status: "failed", reason: "law", ended_by: "law", now }))
    }
    for (const { affiliate, currency, amount } of member.processing.splice(0)) {
      if (!isPaid) member.books.postings.push({ affiliate, currency, amount, availableAt: now })
    }
  }

  /** What events lost is recorded, and every month that has ended is closed. */
  async finish(now: Date): Promise<void> {
    const lost = this.members.flatMap((member) => [...member.dirty].map((order) => ({ member, order })))
    await this.record(lost, () => true, now)
    await inParallel(this.members, (member) => this.close(member, now))
  }

  /** Every order comes back: whatever it earned has to be taken back to the last cent. */
  async undoEverything(now: Date): Promise<void> {
    const orders = this.members.flatMap((member) => member.orders.map((order) => ({ member, order })))
    for (const { order } of orders) {
      change(order, { type: "cancel" }, { at: new Date(now.getTime() - 1), key: `${order.id}_end` })
      this.unwritten.add(order)
    }
    await this.write()
    await this.record(orders, () => true, now)
  }

  private async record<T extends { member: Member; order: ReferenceOrder }>(
    waiting: T[],
    isOfPage: (turn: T) => boolean,
    now: Date
  ): Promise<void> {
    const page = waiting.filter(isOfPage)
    if (page.length === 0) return
    await this.affiliate.orders.record(
      page.map(({ order }) => order.id),
      now
    )
    for (const member of new Set(page.map((turn) => turn.member))) {
      const orders = page.filter((turn) => turn.member === member).map(({ order }) => order)
      member.books.record(orders, now)
      for (const order of orders) member.dirty.delete(order)
    }
  }
}

const columnsOf = (
  {
    rate,
    basis,
    includeTax,
    includeShipping,
    status,
    referralMonths,
    channels,
    guard,
    limits,
    tiers,
    monthLimits,
    customerBonuses,
    welcomeBonuses,
    budgets,
  }: Terms,
  program: number
): Record<string, unknown> => ({
  ...{ commission_percent: rate, commission_basis: basis, include_tax: includeTax, include_shipping: includeShipping, status },
  ...{ margin_guard_percent: guard, order_commission_limits: limits },
  ...{
    commission_tiers: tiersColumn(tiers),
    affiliate_month_limits: monthLimits,
    new_customer_bonuses: customerBonuses,
    welcome_bonuses: welcomeBonuses,
    month_budgets: budgets,
  },
  ...{ referral_period_months: referralMonths, sales_channel_ids: (channels ?? []).map((n) => `law_channel_${program}_${n}`) },
})

/** What a clock shows that is some hours ahead. */
const ahead = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)

/** A place within the step; `2` is the instant a month begins in the program's zone, `3` the millisecond before. */
function timeOf({ books }: Member, { at }: Command, window: number): Date {
  if (at <= 1) return new Date(window + Math.floor(at * STEP))
  const border = firstOfMonth(books, window)
  return new Date((border ?? window + STEP / 2) - (at === 3 && border ? 1 : 0))
}

function firstOfMonth(books: ReferenceProgram, window: number): number | undefined {
  const month = books.monthOf(new Date(window))
  if (books.monthOf(new Date(window + STEP - 1)) === month) return undefined
  let [before, after] = [window, window + STEP - 1]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (books.monthOf(new Date(middle)) === month) before = middle
    else after = middle
  }
  return after
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    })
  )
}
