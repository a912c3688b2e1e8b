import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule } from "../helpers/affiliate"
import { PROPERTY_SEED } from "../helpers/property-seed"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"
import { digitsOf } from "./reference-order"
import { randomStore } from "./random-store"
import { SimulatedStore } from "./simulated-store"

jest.setTimeout(3_600_000)

/** A seed whose programs have every kind of event, a paid payout too. */
const SEED = process.env.PROPERTY_SEED === undefined ? 7 : PROPERTY_SEED
/** Enough for every kind of event to happen. `PROPERTY_PROGRAMS=20000 npm test -- properties` makes a long run. */
const PROGRAMS = Number(process.env.PROPERTY_PROGRAMS ?? 500)
const STEPS = Number(process.env.PROPERTY_STEPS ?? 14)
/** Programs whose overview is compared with its rows. */
const OVERVIEWS = 40

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    it(`keeps the same books as a slow and simple bookkeeper, in ${PROGRAMS} random programs`, async () => {
      process.stderr.write(`properties: PROPERTY_SEED=${SEED} PROPERTY_PROGRAMS=${PROGRAMS} PROPERTY_STEPS=${STEPS}\n`)
      const container = getContainer()
      const world = new SimulatedStore(container, randomStore(SEED, PROGRAMS, STEPS))
      await world.create()
      for (let step = 0; step < STEPS; step++) await world.step(step)
      const now = new Date("2016-07-20")
      await compare(world, now)
      await world.finish(now)
      await compare(world, now)
      await examine(world, now)
      await compareOverviews(world, now)
      await tellWhatHappened()

      await world.undoEverything(now)
      await compare(world, now)
      await examine(world, now)
      const later = new Date("2016-08-20")
      await world.finish(later)
      await compare(world, later)
      await examine(world, later)
      await everyMonthIsZero(world)
      const left = await sql(
        container,
        `SELECT order_id FROM affiliate_commission GROUP BY order_id, affiliate_id HAVING sum(amount) <> 0 OR sum(expense_amount) <> 0`
      )
      expect(left).toEqual([])
    })

    /** The doctor names each deleted group and channel that a program still names, and nothing else. */
    const examine = async (world: SimulatedStore, now: Date): Promise<void> => {
      await affiliateModule(getContainer()).referrals.learnAccounts()
      const { invariants } = await affiliateModule(getContainer()).doctor.run(now)
      const dead = world.members.reduce((sum, member) => sum + member.deadReferences, 0)
      expect(invariants.filter(({ ok, id }) => !ok && id !== "store_references")).toEqual([])
      expect(invariants.find(({ id }) => id === "store_references")).toMatchObject({ exception_count: dead })
    }

    /** When every order was taken back and the month is closed, tiers, bonuses and limits are gone with them, unless a program keeps what was raised. */
    const everyMonthIsZero = async (world: SimulatedStore): Promise<void> => {
      const left = await sql<{ program_id: string }>(
        getContainer(),
        `SELECT program_id FROM affiliate_period_line GROUP BY program_id, affiliate_id, currency_code HAVING sum(amount) <> 0`
      )
      const keeping = world.members.filter(({ plan }) => JSON.stringify(plan).includes('"afterRefund":"keep"')).map(({ id }) => id)
      expect(left.filter(({ program_id }) => !keeping.includes(program_id))).toEqual([])
    }

    /** What the overview says of a range is what the lists behind its links add up to, currency by currency. */
    const compareOverviews = async (world: SimulatedStore, now: Date): Promise<void> => {
      const { statistics, commissions, referrals } = affiliateModule(getContainer())
      let seen = 0
      for (const { id } of world.members.slice(0, OVERVIEWS)) {
        for (const [from, to] of [
          ["2016-03-01", "2016-07-20"],
          ["2016-04-13", "2016-05-31"],
        ] as const) {
          const { totals, starts_at, ends_at } = await statistics.retrieveOverview({ program_id: id }, { from, to, interval: "month" }, now)
          const within = { gte: starts_at, lt: ends_at }
          const ofRange = { program_id: [id], occurred_at: within }
          const sums = await commissions.total(ofRange)
          const orders = await commissions.total({ ...ofRange, first_of_order: true })
          const { count } = await referrals.list({ program_id: [id], started_at: within }, { limit: 1, offset: 0 })
          const listed = sums.map(({ currency_code, expense_amount, amount }) => {
            const own = orders.find((order) => order.currency_code === currency_code)?.commission_count ?? 0
            return { currency_code, orders: own, expense_amount, commission_amount: amount }
          })
          const shown = totals.currencies.map(({ cost_percent: _, ...figures }) => figures)
          const story = { seed: SEED, id, from, to }
          expect({ ...story, referrals: totals.referrals, currencies: shown }).toEqual({ ...story, referrals: count, currencies: listed })
          seen += shown.length
        }
      }
      expect(seen).toBeGreaterThan(0)
    }

    /** A law that was never put to the test proves nothing: every kind of thing has to have happened. */
    const tellWhatHappened = async (): Promise<void> => {
      const counted = await sql<{ what: string; count: number }>(
        getContainer(),
        `SELECT kind AS what, count(*)::int FROM affiliate_commission GROUP BY kind
         UNION ALL SELECT 'correction', count(*)::int FROM affiliate_commission WHERE corrects_period IS NOT NULL
         UNION ALL SELECT outcome, count(*)::int FROM affiliate_period_line GROUP BY outcome
         UNION ALL SELECT 'line that follows a closed month', count(*)::int FROM affiliate_period_line WHERE NOT is_judged
         UNION ALL SELECT status || ' payout', count(*)::int FROM affiliate_payout GROUP BY status
         UNION ALL SELECT source_type, count(*)::int FROM affiliate_ledger_entry GROUP BY source_type
         UNION ALL SELECT coalesce(line ->> 'per', CASE WHEN line ->> 'percent' IS NULL THEN 'no rule' ELSE 'percent' END) || ' of a line', count(*)::int
                   FROM affiliate_order_terms CROSS JOIN LATERAL jsonb_each(lines) AS kept(id, line) GROUP BY 1
         UNION ALL SELECT kind || CASE WHEN corrects_period IS NULL THEN ' of a month' ELSE ' of a closed month' END
                            || CASE WHEN amount < 0 THEN ', less' ELSE ', more' END, count(*)::int FROM affiliate_period_commission GROUP BY 1
         UNION ALL SELECT 'terms of a later line or decision', count(*)::int FROM affiliate_order_terms WHERE sequence > 1 ORDER BY 1`
      )
      const counts = Object.fromEntries(counted.map(({ what, count }) => [what, count]))
      process.stderr.write(`properties: ${JSON.stringify(counts)}\n`)
      const kinds = ["order", "edit", "return", "refund", "cancel", "reassign", "correction", "credited", "withheld"]
      const others = ["line that follows a closed month", "paid payout", "failed payout", "payout_reversal", "adjustment"]
      others.push("no rule of a line", "percent of a line", "unit of a line", "order of a line", "terms of a later line or decision")
      others.push("tier of a month, more", "tier of a closed month, less", "tier of a closed month, more")
      others.push("new_customer of a month, more", "new_customer of a closed month, less", "new_customer of a closed month, more")
      others.push("welcome of a month, more", "welcome of a closed month, less", "welcome of a closed month, more")
      others.push("budget of a month, less", "budget of a closed month, more", "budget of a closed month, less")
      others.push("limit of a month, less", "limit of a closed month, more", "limit of a closed month, less")
      if (PROGRAMS >= 500) for (const kind of [...kinds, ...others]) expect([kind, (counts[kind] ?? 0) > 0]).toEqual([kind, true])
    }

    /** Rows, months and balances of every program, in the database and in the books. */
    const compare = async (world: SimulatedStore, now: Date): Promise<void> => {
      const container = getContainer()
      const group = (rows: { program_id: string; text: string }[]): Map<string, string[]> => {
        const found = new Map<string, string[]>(world.members.map(({ id }) => [id, []]))
        for (const { program_id, text } of rows) found.get(program_id)?.push(text)
        for (const texts of found.values()) texts.sort()
        return found
      }
      const rows = group(
        await sql<{ program_id: string; text: string }>(
          container,
          `SELECT program_id, concat_ws(' ', order_id, affiliate_id, expense_amount, amount, period, coalesce(corrects_period, '-'),
                  to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS text FROM affiliate_commission`
        )
      )
      const lines = group(
        await sql<{ program_id: string; text: string }>(
          container,
          `SELECT l.program_id, concat_ws(' ', p.period, l.affiliate_id, l.currency_code, l.expense_amount, l.amount, l.commission_count, l.outcome) AS text
           FROM affiliate_period_line l JOIN affiliate_period p ON p.id = l.period_id`
        )
      )
      const monthRows = group(
        await sql<{ program_id: string; text: string }>(
          container,
          `SELECT program_id, concat_ws(' ', period, coalesce(corrects_period, period), affiliate_id, currency_code, kind, amount) AS text
           FROM affiliate_period_commission`
        )
      )
      const balances = await affiliateModule(container).ledger.listBalances(
        world.members.flatMap((member) => [member.affiliateId(0), member.affiliateId(1)]),
        now
      )
      for (const member of world.members) {
        const { books, id, plan } = member
        const story = () => `seed ${SEED}, ${id}: ${JSON.stringify(plan)}`
        const expected = {
          rows: books.commissions.map(({ order, affiliate, expense, amount, period, corrects, at }) => {
            const figures = [expense, amount].map((figure) => figure.text(digitsOf(order.currency)))
            return [order.id, member.affiliateId(affiliate), ...figures, period, corrects ?? "-", at.toISOString()].join(" ")
          }),
          lines: books.lines.map(({ period, affiliate, currency, expense, amount, rows: count, withheld }) => {
            const figures = [expense, amount].map((figure) => figure.text(digitsOf(currency)))
            return [period, member.affiliateId(affiliate), currency, ...figures, count, withheld ? "withheld" : "credited"].join(" ")
          }),
        }
        const expectedMonths = books.monthRows.map(({ period, home, affiliate, currency, kind, amount }) =>
          [period, home, member.affiliateId(affiliate), currency, kind, amount.text(digitsOf(currency))].join(" ")
        )
        const found = { rows: rows.get(id)!, lines: lines.get(id)!, months: monthRows.get(id)! }
        expect({ ...found, story: story() }).toEqual({
          ...{ rows: expected.rows.sort(), lines: expected.lines.sort(), months: expectedMonths.sort(), story: story() },
        })
        for (const affiliate of [0, 1]) {
          for (const { currency_code, pending, available } of balances.get(member.affiliateId(affiliate))!) {
            const balance = books.balance(affiliate, currency_code, now)
            const digits = digitsOf(currency_code)
            const kept = [balance.pending.text(digits), balance.available.text(digits)]
            expect([id, affiliate, currency_code, pending, available, story()]).toEqual([id, affiliate, currency_code, ...kept, story()])
          }
        }
      }
    }
  },
})
