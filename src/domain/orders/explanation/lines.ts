import type { RuleRate } from "../../rules/rule-rate"
import type { ExplainedCommission, ExplainedOrderLine, OrderExplanation } from "./order-explanation"
import { money } from "./words"

const CUTS: Record<NonNullable<ExplainedOrderLine["cut_by"]>, string> = {
  line_value: ", because it is worth no more",
  margin_guard: ", because discount and commission together may take no more of it",
  order_limit: ", because one order may earn no more",
}

/** What the order is worth now, line by line, where rules, guard or limit had a say in it. */
export function tellLines({ commissions }: OrderExplanation): string[] {
  const last = commissions.findLast(({ lines }) => lines.length > 0)
  if (!last?.lines.some(({ rule_id, cut_by }) => rule_id !== null || cut_by !== null)) return []
  return last.lines.map((line) => tellLine(line, last))
}

function tellLine(line: ExplainedOrderLine, { currency_code }: ExplainedCommission): string {
  const what = line.line_item_id === null ? "Shipping" : (line.title ?? line.line_item_id)
  const rule = line.rule_name === null ? "no rule" : `the rule “${line.rule_name}”`
  const cut = line.cut_by === null ? "" : CUTS[line.cut_by]
  const earned = `earns ${money(line.amount, currency_code)} of ${money(line.base, currency_code)}${cut}`
  return `${what} ${earned}: ${rule} matches it${line.rule_name === null ? `, so ${line.rate_percent ?? "0"} % apply` : tellRate(line.rate, currency_code)}.`
}

function tellRate(rate: RuleRate | null, currency_code: string): string {
  switch (rate?.type) {
    case "percent":
      return ` and gives ${rate.percent} %`
    case "fixed": {
      const amount = rate.amounts.find((given) => given.currency_code === currency_code)?.amount ?? "0"
      return ` and gives ${money(amount, currency_code)} ${rate.per === "unit" ? "for each piece" : "for the order"}`
    }
    default:
      return " and gives nothing"
  }
}
