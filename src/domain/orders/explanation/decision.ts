import type { ExplainedDecision, OrderExplanation } from "./order-explanation"
import { because, becauseOf } from "./reasons"
import { day, moment, nameOf } from "./words"

/** When the order was placed, who has it and why, and at which rate. */
export function tellDecision(order: OrderExplanation, label: string): string[] {
  const { reason, placed_at, timezone } = order
  if (reason === "draft_order") return [`Order ${label} is a draft. It earns for nobody before it is placed.`]
  const placed = `Order ${label} was placed on ${placed_at ? moment(placed_at, timezone) : "an unknown day"}.`
  return [placed, ...tellQuarantine(order), ...tellOutcome(order)]
}

function tellQuarantine({ quarantine, timezone }: OrderExplanation): string[] {
  if (!quarantine) return []
  const { error, attempts, last_failed_at } = quarantine
  const tried = attempts === 1 ? "once" : `${attempts} times, the last time`
  return [
    `It could not be recorded and stands aside: ${error}.`,
    `That was tried ${tried} on ${moment(last_failed_at, timezone)}, and every reconciliation tries it again.`,
  ]
}

function tellOutcome(order: OrderExplanation): string[] {
  const { affiliate, reason, program_name } = order
  if (reason === "not_recorded_yet") {
    return ["Nothing is decided about it yet. Reconciliation looks at every changed order once an hour, and at all of them when asked to."]
  }
  if (!affiliate) return [`It earns for nobody, because ${because(reason)}.`]
  const program = program_name ? ` in the program ${program_name}` : ""
  const belongs = `It belongs to ${nameOf(affiliate)} (code ${affiliate.code})${program}, because ${becauseOf(reason, nameOf(affiliate))}.`
  return [belongs, tellRate(order), tellBasis(order)]
}

function tellRate({ rate_percent, rate_source, rate_since, rate_until, affiliate, timezone }: OrderExplanation): string {
  if (!rate_source || !affiliate) return `The rate is ${rate_percent ?? "unknown"} %.`
  if (rate_source === "rules")
    return `The program's rules applied that held then; what none of them names has its rate of ${rate_percent} %.`
  const whose = rate_source === "affiliate" ? `${nameOf(affiliate)}'s own` : "The program's"
  const since = rate_since ? moment(rate_since, timezone) : null
  if (rate_until) {
    const held = since ? `from ${since} to ${moment(rate_until, timezone)}` : `until ${moment(rate_until, timezone)}`
    return `${whose} rate of ${rate_percent} % applied, which held ${held}.`
  }
  return `${whose} rate of ${rate_percent} % applied, which holds ${since ? `since ${since}` : "from the beginning"}.`
}

function tellBasis({ commission_basis, include_tax, include_shipping }: OrderExplanation): string {
  const when = commission_basis === "captured" ? "as far as it is paid for" : "from the moment it was placed"
  const tax = include_tax ? "with" : "without"
  const shipping = include_shipping ? "with" : "without"
  return `What counts is the price of its items after discounts, ${tax} tax and ${shipping} shipping, ${when}.`
}

/** Who had the order when, and who changed that. Nothing while the rules' one decision stands. */
export function tellHistory({ decisions, timezone }: OrderExplanation): string[] {
  if (decisions.length < 2) return []
  return decisions.map((decision, index) => {
    const { affiliate, decided_at, reason, note } = decision
    const quoted = note ? ` (“${note}”)` : ""
    const author = decision.created_by_name ?? "an admin"
    const on = `On ${day(decided_at, timezone)}`
    if (reason === "manual") return `${on} ${author} gave it to ${affiliate ? nameOf(affiliate) : "nobody"} by hand${quoted}.`
    if (index === 0) return `${on} it was given to ${tellRule(decision)}.`
    const changed = decision.created_by ? `${author} changed who referred the customer${quoted}, and it was` : "it was decided again and"
    return `${on} ${changed} given to ${tellRule(decision)}.`
  })
}

const tellRule = ({ affiliate, reason }: ExplainedDecision): string =>
  affiliate ? `${nameOf(affiliate)}, because ${becauseOf(reason, nameOf(affiliate))}` : `nobody, because ${because(reason)}`
