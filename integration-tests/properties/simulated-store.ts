import type { MedusaContainer } from "@medusajs/framework/types"

import { messageOf } from "../../src/domain/errors"
import { affiliateModule } from "../helpers/affiliate"
import { sql } from "../helpers/sql"
import { Fraction } from "./fraction"
import { writeOrders } from "./medusa-tables"
import { change, place, type Where } from "./reference-events"
import type { ReferenceOrder } from "./reference-order"
import { ReferenceProgram, type Terms } from "./reference-program"
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
  readonly orders: ReferenceOrder[] = []
  readonly dirty = new Set<ReferenceOrder>()
  readonly processing: Payout[] = []

  constructor(
    readonly number: number,
    readonly plan: RandomProgram
  ) {
    this.books = new ReferenceProgram(plan.settings)
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
    const settings = this.members.map(({ number, plan: { settings: s } }) => ({
      ...{ n: number, timezone: s.timezone, rate: s.rate, basis: s.basis },
      ...{ include_tax: s.includeTax, include_shipping: s.includeShipping, hold: s.holdDays },
    }))
    const each = async (statement: string): Promise<void> => {
      await sql(
        this.container,
        `WITH m AS (SELECT * FROM json_to_recordset(?::json)
           AS m(n int, timezone text, rate text, basis text, include_tax boolean, include_shipping boolean, hold int)),
         two AS (SELECT m.n, k FROM m CROSS JOIN generate_series(0, 1) k)
         ${statement}`,
        [JSON.stringify(settings)]
      )
    }
    await each(`INSERT INTO affiliate_program (id, name, handle, site_url, commission_percent, commission_basis, include_tax, include_shipping,
                                               hold_period_days, timezone, created_at)
      SELECT 'law_program_' || n, 'Law', 'law-' || n, 'https://shop.example.com', rate::numeric, basis, include_tax, include_shipping, hold, timezone,
             '2010-01-01' FROM m`)
    await each(
      `INSERT INTO customer (id, email, has_account) SELECT 'law_cus_' || n || '_' || k, 'aff-' || n || '-' || k || '@example.com', true FROM two`
    )
    await each(`INSERT INTO affiliate (id, code, customer_id, program_id, status)
      SELECT 'law_aff_' || n || '_' || k, 'law' || n || '-' || k, 'law_cus_' || n || '_' || k, 'law_program_' || n, 'active' FROM two`)
    await each(`INSERT INTO affiliate_referral (id, program_id, affiliate_id, email, source, started_at)
      SELECT 'law_ref_' || n || '_' || k, 'law_program_' || n, 'law_aff_' || n || '_' || k, 'shopper-' || n || '-' || k || '@example.com', 'link',
             '2010-01-01' FROM two`)
    await each(`INSERT INTO customer_group (id, name) SELECT 'law_group_' || n, 'law ' || n FROM m`)
    await each(`INSERT INTO affiliate_program_customer_group (id, program_id, customer_group_id, access)
      SELECT 'law_access_' || n, 'law_program_' || n, 'law_group_' || n, 'forbidden' FROM m`)
  }

  private readonly unwritten = new Set<ReferenceOrder>()

  /** Lives through the `n`th command of every program. */
  async step(n: number): Promise<void> {
    const window = START + n * STEP
    const now = new Date(window + STEP)
    const turns = this.members.map((member) => ({
      member,
      command: member.plan.commands[n]!,
      at: timeOf(member, member.plan.commands[n]!, window),
    }))

    for (const { member, command, at } of turns) this.move(member, command, { at, key: `${member.number}_${n}` })
    await this.write()
    const recorded = turns.flatMap(({ member, command }) => {
      // A change of what orders are decided by comes before what was lost is recorded.
      const waits = (command.lost && command.type !== "close") || command.type === "suspend" || command.type === "terms"
      return waits ? [] : [...member.dirty].map((order) => ({ member, order }))
    })
    await this.record(recorded, now)
    await inParallel(turns, ({ member, command, at }) => this.act(member, command, at, now))
  }

  private async write(): Promise<void> {
    await writeOrders(this.container, [...this.unwritten])
    this.unwritten.clear()
  }

  /** What happens in the shop. */
  private move(member: Member, command: Command, where: Where): void {
    const order = command.type === "order" ? place(member.number, command, where) : member.pick(command.which)
    if (!order) return
    if (command.type === "order") member.orders.push(order)
    else if (!change(order, command, where)) return
    member.dirty.add(order)
    this.unwritten.add(order)
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
        return this.change("affiliate", member.affiliateId(command.affiliate), at, {
          status: books.suspend(command.affiliate, at) ? "suspended" : "active",
        })
      case "forbid":
        books.forbidden[command.affiliate] = !books.forbidden[command.affiliate]
        await this.forbid(member, command.affiliate, books.forbidden[command.affiliate]!)
        return
      case "terms":
        books.change(command.terms, at)
        return this.change("affiliate_program", member.id, at, columnsOf(command.terms))
      case "reassign":
        return this.reassign(member, command.affiliate, command.which, now)
      case "payout":
        return this.payOut(member, now)
      case "failPayout":
        return this.endPayouts(member, command.which % 2 === 0, now)
    }
  }

  /** The history says when: the store's clock is years ahead of the orders. The row that then says the same begins no version of its own. */
  private async change(table: "affiliate_program" | "affiliate", id: string, at: Date, columns: Record<string, unknown>): Promise<void> {
    await sql(
      this.container,
      `INSERT INTO ${table}_history SELECT changed.* FROM ${table}_at(?, 'infinity') latest, jsonb_populate_record(latest, ?) changed`,
      [id, JSON.stringify({ ...columns, valid_from: at })]
    )
    const names = Object.keys(columns)
    const values = names.map((name) => `latest.${name}`).join(", ")
    await sql(
      this.container,
      `UPDATE ${table} SET (${names.join(", ")}) = (SELECT ${values} FROM ${table}_at(?, 'infinity') latest) WHERE id = ?`,
      [id, id]
    )
  }

  private async close(member: Member, now: Date): Promise<void> {
    const { books, id: program_id, number } = member
    const current = books.monthOf(now)
    const ended = ["2016-01", "2016-02", "2016-03", "2016-04", "2016-05", "2016-06"].filter((month) => month < current)
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

  private async forbid({ number }: Member, affiliate: number, isForbidden: boolean): Promise<void> {
    const member = [`law_member_${number}_${affiliate}`, `law_cus_${number}_${affiliate}`, `law_group_${number}`]
    await (isForbidden
      ? sql(this.container, `INSERT INTO customer_group_customer (id, customer_id, customer_group_id) VALUES (?, ?, ?)`, member)
      : sql(this.container, `DELETE FROM customer_group_customer WHERE id = ?`, [member[0]]))
  }

  private async reassign(member: Member, affiliate: number | null, which: number, now: Date): Promise<void> {
    const order = member.pick(which)
    if (!order) return
    const { books } = member
    if (affiliate !== null && books.isSuspended(affiliate)) return
    const affiliate_id = affiliate === null ? null : member.affiliateId(affiliate)
    await this.affiliate.orders.reassign({ order_id: order.id, affiliate_id, ...AUTHOR, now })
    const isUndecided = books.affiliateOf(order) === undefined
    books.decide(order)
    const isNew = books.affiliateOf(order) !== affiliate
    if (isNew) books.reassign(order, affiliate)
    // The same affiliate again changes nothing; a lost event stays lost.
    if (!isNew && !isUndecided) return
    books.record(order, now)
    member.dirty.delete(order)
  }

  private async payOut(member: Member, now: Date): Promise<void> {
    const { books, processing } = member
    await this.affiliate.payouts.create({ program_id: member.id, created_by: "law", now })
    for (const affiliate of [0, 1]) {
      for (const currency of ["eur", "jpy", "kwd"]) {
        const { available } = books.balance(affiliate, currency, now)
        const isProcessing = processing.some((payout) => payout.affiliate === affiliate && payout.currency === currency)
        if (books.isSuspended(affiliate) || isProcessing || available.isNegative || available.isZero) continue
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
    await this.record(
      this.members.flatMap((member) => [...member.dirty].map((order) => ({ member, order }))),
      now
    )
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
    await this.record(orders, now)
  }

  private async record(orders: { member: Member; order: ReferenceOrder }[], now: Date): Promise<void> {
    await this.affiliate.orders.record(
      orders.map(({ order }) => order.id),
      now
    )
    for (const { member, order } of orders) {
      member.books.record(order, now)
      member.dirty.delete(order)
    }
  }
}

const columnsOf = ({ rate, basis, includeTax, includeShipping, status, referralMonths }: Terms): Record<string, unknown> => ({
  ...{ commission_percent: rate, commission_basis: basis, include_tax: includeTax, include_shipping: includeShipping, status },
  referral_period_months: referralMonths,
})

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
