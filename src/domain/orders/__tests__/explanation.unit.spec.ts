import { overruleEvidence } from "../../attribution/attribution"
import { tellCommissions, tellMonths } from "../explanation/commissions"
import { tellDecision, tellHistory } from "../explanation/decision"
import { tellEvidence } from "../explanation/evidence"
import { explainInWords } from "../explanation/explain-in-words"
import type { ExplainedCommission, OrderExplanation } from "../explanation/order-explanation"
import { ANNA, commission, decision, evidence, line, nobodys, order, OTTO } from "./explained-order"

const NOW = new Date("2016-06-10T12:00:00Z")
const PLACED = "Order #12 was placed on 5 April 2016 at 12:00 (Europe/Berlin)."
const BASIS = "What counts is the price of its items after discounts, without tax and without shipping, from the moment it was placed."
const PROGRAM_RATE = "The program's rate of 10 % applied, which holds from the beginning."

describe("who has the order", () => {
  it.each([
    ["promo_code", "a promo code of Anna Bell was typed on the customer's first order"],
    ["existing_referral", "the customer already was a referral of Anna Bell"],
    ["last_click", "a link of Anna Bell was the last valid one before the order"],
    ["first_click", "a link of Anna Bell was the first valid one before the order"],
    ["manual", "it was given to Anna Bell by hand"],
    ["a_reason_of_tomorrow", "a reason of tomorrow"],
  ])("%s", (reason, because) => {
    expect(tellDecision(order({ reason }), "#12")).toEqual([
      PLACED,
      `It belongs to Anna Bell (code k3v9) in the program Friends, because ${because}.`,
      PROGRAM_RATE,
      BASIS,
    ])
  })

  it("an affiliate without a name has a code", () => {
    expect(tellDecision(order({ affiliate: OTTO, program_name: null }), "#12")[1]).toBe(
      "It belongs to affiliate w7x2 (code w7x2), because a link of affiliate w7x2 was the last valid one before the order."
    )
  })

  it.each([
    ["no_evidence", "no link, promo code or referral touched it"],
    ["manual", "that was decided by hand"],
    ["program_not_running", "the program was not running when the order was placed"],
    ["other_sales_channel", "the program does not cover the sales channel of the order"],
    ["affiliate_not_active", "the affiliate was not active"],
    ["self_referral", "the affiliate is the customer, and affiliates cannot refer themselves"],
    ["not_first_order", "it counts for a customer's first order only, and this customer had ordered before"],
    ["already_referred", "the customer already had a referrer in that program"],
    ["click_expired", "the link was followed too long before the order"],
    ["referral_expired", "the referral period was over"],
  ])("nobody: %s", (reason, because) => {
    expect(tellDecision(nobodys(reason), "#12")).toEqual([PLACED, `It earns for nobody, because ${because}.`])
  })

  it("a draft, and an order that nothing is decided about", () => {
    expect(tellDecision(nobodys("draft_order", { placed_at: null }), "#12")).toEqual([
      "Order #12 is a draft. It earns for nobody before it is placed.",
    ])
    expect(tellDecision(nobodys("not_recorded_yet"), "#12")).toEqual([
      PLACED,
      "Nothing is decided about it yet. Reconciliation looks at every changed order once an hour, and at all of them when asked to.",
    ])
  })

  it.each([
    [1, "That was tried once on 6 April 2016 at 02:30 (Europe/Berlin), and every reconciliation tries it again."],
    [3, "That was tried 3 times, the last time on 6 April 2016 at 02:30 (Europe/Berlin), and every reconciliation tries it again."],
  ])("in quarantine after %i attempts", (attempts, tried) => {
    const at = new Date("2016-04-06T00:30:00Z")
    const quarantine = { error: "'XYZ' is no currency of this store", attempts, first_failed_at: at, last_failed_at: at }
    expect(tellDecision(nobodys("not_recorded_yet", { quarantine }), "#12").slice(1, 3)).toEqual([
      "It could not be recorded and stands aside: 'XYZ' is no currency of this store.",
      tried,
    ])
  })
})

describe("the rate", () => {
  const since = new Date("2016-03-01T08:00:00Z")
  const until = new Date("2016-05-01T08:00:00Z")
  it.each<[Partial<OrderExplanation>, string]>([
    [
      { rate_source: "affiliate", rate_percent: "12", rate_since: since },
      "Anna Bell's own rate of 12 % applied, which holds since 1 March 2016 at 09:00 (Europe/Berlin).",
    ],
    [{ rate_source: "affiliate", rate_percent: "12" }, "Anna Bell's own rate of 12 % applied, which holds from the beginning."],
    [{ rate_since: since }, "The program's rate of 10 % applied, which holds since 1 March 2016 at 09:00 (Europe/Berlin)."],
    [
      { rate_since: since, rate_until: until },
      "The program's rate of 10 % applied, which held from 1 March 2016 at 09:00 (Europe/Berlin) to 1 May 2016 at 10:00 (Europe/Berlin).",
    ],
    [{ rate_until: until }, "The program's rate of 10 % applied, which held until 1 May 2016 at 10:00 (Europe/Berlin)."],
    [{ rate_source: null }, "The rate is 10 %."],
  ])("%j", (overrides, sentence) => {
    expect(tellDecision(order(overrides), "#12")[2]).toBe(sentence)
  })

  it("what it is a rate of", () => {
    const included = order({ include_tax: true, include_shipping: true, commission_basis: "captured" })
    expect(tellDecision(included, "#12")[3]).toBe(
      "What counts is the price of its items after discounts, with tax and with shipping, as far as it is paid for."
    )
  })
})

describe("what touched the order", () => {
  const click = "On 3 April 2016 at 10:12 (Europe/Berlin) a visit through Anna Bell's link."
  it.each<[Partial<OrderExplanation["evidence"][number]>, string]>([
    [{}, `${click} This decided.`],
    [{ flag: "affiliate_email" }, `${click} This decided. The order's e-mail is one that Anna Bell has or had.`],
    [{ verdict: "not_chosen" }, `${click} It was valid, but something else went first.`],
    [{ verdict: "overruled" }, `${click} This had decided, until the order was given to somebody by hand.`],
    [{ type: "promo_code" }, "On 3 April 2016 at 10:12 (Europe/Berlin) Anna Bell's promo code. This decided."],
    [{ type: "referral" }, "Since 3 April 2016 at 10:12 (Europe/Berlin) the customer is Anna Bell's referral. This decided."],
    [
      { affiliate_name: null, verdict: "refused", reason: "click_expired" },
      "On 3 April 2016 at 10:12 (Europe/Berlin) a visit through affiliate k3v9's link. It could not count: the link was followed too long before the order.",
    ],
  ])("%j", (overrides, sentence) => {
    expect(tellEvidence(order({ evidence: [evidence(overrides)] }))).toEqual([sentence])
  })

  it("overruled is what was chosen, and nothing else", () => {
    const kept = (["chosen", "not_chosen", "refused", "overruled"] as const).map((verdict) => evidence({ verdict }))
    expect(overruleEvidence(kept).map(({ verdict }) => verdict)).toEqual(["overruled", "not_chosen", "refused", "overruled"])
  })
})

describe("the history", () => {
  const by = { created_by: "user_1", created_by_name: "Mara Merchant", note: "Anna agrees" }
  it("is nothing while one decision stands", () => {
    expect(tellHistory(order({ decisions: [decision()] }))).toEqual([])
  })

  it("names who gave the order to whom, when and why", () => {
    const decisions = [
      decision(),
      decision({ ...by, affiliate: OTTO, decided_at: new Date("2016-05-06T22:30:00Z"), reason: "existing_referral" }),
      decision({ ...by, affiliate: null, reason: "manual", note: "Fraud" }),
      decision({ ...by, created_by_name: null, reason: "manual" }),
      decision({ affiliate: null, reason: "no_evidence" }),
    ]
    expect(tellHistory(order({ decisions }))).toEqual([
      "On 5 April 2016 it was given to Anna Bell, because a link of Anna Bell was the last valid one before the order.",
      "On 7 May 2016 Mara Merchant changed who referred the customer (“Anna agrees”), and it was given to affiliate w7x2, because the customer already was a referral of affiliate w7x2.",
      "On 5 April 2016 Mara Merchant gave it to nobody by hand (“Fraud”).",
      "On 5 April 2016 an admin gave it to Anna Bell by hand (“Anna agrees”).",
      "On 5 April 2016 it was decided again and given to nobody, because no link, promo code or referral touched it.",
    ])
  })
})

describe("what it earned", () => {
  const may = { period: "2016-05", amount: "-10.00", expense_amount: "-100.00", occurred_at: new Date("2016-05-17T09:00:00Z") }
  const late = { ...may, corrects_period: "2016-04", corrects_closed_period: true }
  const on = "on 17 May 2016 at 11:00 (Europe/Berlin), which takes back 10.00 EUR from Anna Bell in May 2016"
  it.each<[Partial<ExplainedCommission>, string]>([
    [{}, "What counts of it, 100.00 EUR, earns Anna Bell 10.00 EUR in April 2016."],
    [
      { amount: "1000", expense_amount: "10000", currency_code: "jpy" },
      "What counts of it, 10000 JPY, earns Anna Bell 1000 JPY in April 2016.",
    ],
    [
      { cause_type: "order_transaction" },
      "A payment arrived on 5 April 2016 at 12:00 (Europe/Berlin), which earns Anna Bell 10.00 EUR in April 2016.",
    ],
    [{ ...late, kind: "cancel" }, `The order was canceled ${on}, because April 2016 is closed.`],
    [{ ...late, kind: "cancel", corrects_closed_period: false }, `The order was canceled ${on}.`],
    [{ ...late, kind: "edit" }, `The order was edited ${on}, because April 2016 is closed.`],
    [{ ...late, kind: "return" }, `Goods came back ${on}, because April 2016 is closed.`],
    [{ ...late, kind: "refund" }, `Money was given back ${on}, because April 2016 is closed.`],
    [{ ...late, kind: "claim" }, `A claim was settled ${on}, because April 2016 is closed.`],
    [{ ...late, kind: "exchange" }, `Goods were exchanged ${on}, because April 2016 is closed.`],
    [{ kind: "reassign", amount: "-10.00" }, "The order changed hands, which takes back 10.00 EUR from Anna Bell in April 2016."],
    [
      { ...late, kind: "reassign", amount: "10.00", occurred_at: new Date("2016-04-30T21:59:59Z") },
      "The order changed hands, which earns Anna Bell 10.00 EUR in May 2016, because April 2016 is closed.",
    ],
    [
      { period: "2016-05", occurred_at: new Date("2016-04-30T22:00:00Z") },
      "What counts of it, 100.00 EUR, earns Anna Bell 10.00 EUR in May 2016.",
    ],
  ])("%j", (overrides, sentence) => {
    expect(tellCommissions(order({ commissions: [commission(overrides)] }))).toEqual([sentence])
  })
})

describe("what became of it", () => {
  const credited = { status: "credited", line: line() } as const
  const told = (...commissions: Partial<ExplainedCommission>[]) => tellMonths(order({ commissions: commissions.map(commission) }), NOW)
  const part = "as a part of 35.00 EUR (ledger entry affent_1)"

  it("pending while the month is open", () => {
    expect(told({})).toEqual(["10.00 EUR more for Anna Bell are pending until April 2016 is closed."])
    expect(told({ amount: "-10.00" })).toEqual(["10.00 EUR less for Anna Bell are pending until April 2016 is closed."])
  })

  it("credited by the close, available after the hold period", () => {
    expect(told(credited)).toEqual([`The close of April 2016 credited Anna Bell 10.00 EUR, available since 15 May 2016, ${part}.`])
    const held = line({ available_at: new Date("2016-06-10T12:00:01Z") })
    expect(told({ ...credited, line: held })).toEqual([
      `The close of April 2016 credited Anna Bell 10.00 EUR, available from 10 June 2016, ${part}.`,
    ])
    expect(told({ ...credited, line: { ...held, available_at: NOW } })[0]).toContain("available since 10 June 2016")
  })

  it("a month that added up to nothing has no ledger entry", () => {
    expect(told({ ...credited, line: line({ amount: "0.00", ledger_entries: [] }) })).toEqual([
      "The close of April 2016 credited Anna Bell 10.00 EUR, available since 15 May 2016.",
    ])
  })

  it("withheld with the reason", () => {
    const withheld = {
      status: "withheld",
      line: line({ outcome: "withheld", reason: "forbidden_customer_group", ledger_entries: [] }),
    } as const
    const reason = "because the affiliate is in a customer group without reward"
    expect(told(withheld)).toEqual([`The close of April 2016 withheld 10.00 EUR of Anna Bell, ${reason}.`])
    expect(told({ ...withheld, amount: "-2.50" })).toEqual([`The close of April 2016 withheld minus 2.50 EUR of Anna Bell, ${reason}.`])
  })

  it("one sentence for each month, and what is left altogether", () => {
    const may = line({ id: "affline_2", amount: "-5.00" })
    const otto = { affiliate_id: OTTO.id, affiliate_code: OTTO.code, affiliate_name: null }
    expect(
      told(
        { ...credited, amount: "20.00" },
        { ...credited, amount: "-10.10" },
        { ...credited, amount: "-9.90", period: "2016-05", line: may },
        { ...otto, period: "2016-06", amount: "0.30" },
        { ...otto, period: "2016-06", amount: "-0.40" }
      )
    ).toEqual([
      `The close of April 2016 credited Anna Bell 9.90 EUR, available since 15 May 2016, ${part}.`,
      "The close of May 2016 debited Anna Bell 9.90 EUR, available since 15 May 2016, as a part of minus 5.00 EUR (ledger entry affent_1).",
      "0.10 EUR less for affiliate w7x2 are pending until June 2016 is closed.",
      "Altogether the order earns Anna Bell 0.00 EUR.",
      "Altogether the order earns affiliate w7x2 minus 0.10 EUR.",
    ])
  })

  it("two lines of one month are told apart", () => {
    const beside = line({ id: "affline_2", outcome: "withheld", reason: "affiliate_deleted", ledger_entries: [] })
    expect(told(credited, { status: "withheld", line: beside }).slice(0, 2)).toEqual([
      `The close of April 2016 credited Anna Bell 10.00 EUR, available since 15 May 2016, ${part}.`,
      "The close of April 2016 withheld 10.00 EUR of Anna Bell, because the affiliate was deleted.",
    ])
  })
})

it("tells an order in paragraphs, and leaves out those that have nothing to say", () => {
  expect(explainInWords(nobodys("no_evidence", { order_display_id: null }), NOW)).toEqual([
    [
      "Order order_1 was placed on 5 April 2016 at 12:00 (Europe/Berlin).",
      "It earns for nobody, because no link, promo code or referral touched it.",
    ],
  ])
  const whole = order({
    evidence: [evidence()],
    decisions: [decision(), decision({ affiliate: ANNA, reason: "manual" })],
    commissions: [commission()],
  })
  expect(explainInWords(whole, NOW).map(([first]) => first)).toEqual([
    PLACED,
    "On 3 April 2016 at 10:12 (Europe/Berlin) a visit through Anna Bell's link. This decided.",
    "On 5 April 2016 it was given to Anna Bell, because a link of Anna Bell was the last valid one before the order.",
    "What counts of it, 100.00 EUR, earns Anna Bell 10.00 EUR in April 2016.",
    "10.00 EUR more for Anna Bell are pending until April 2016 is closed.",
  ])
})
