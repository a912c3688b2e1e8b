import type { OrderExplanation } from "./order-explanation"
import { because } from "./reasons"
import { moment, nameOf } from "./words"

type Item = OrderExplanation["evidence"][number]

const TOUCHED: Record<Item["type"], (when: string, name: string) => string> = {
  click: (when, name) => `On ${when} a visit through ${name}'s link.`,
  promo_code: (when, name) => `On ${when} ${name}'s promo code.`,
  referral: (when, name) => `Since ${when} the customer is ${name}'s referral.`,
}

/** Each click, promo code and referral that touched the order, and whether it counted. */
export const tellEvidence = ({ evidence, timezone }: OrderExplanation): string[] =>
  evidence.map((item) => {
    const name = nameOf({ name: item.affiliate_name, code: item.affiliate_code })
    const flag = item.flag ? ` The order's e-mail is one that ${name} has or had.` : ""
    return `${TOUCHED[item.type](moment(item.occurred_at, timezone), name)} ${tellVerdict(item)}${flag}`
  })

function tellVerdict({ verdict, reason }: Item): string {
  switch (verdict) {
    case "chosen":
      return "This decided."
    case "overruled":
      return "This had decided, until the order was given to somebody by hand."
    case "not_chosen":
      return "It was valid, but something else went first."
    case "refused":
      return `It could not count: ${because(reason ?? "unknown")}.`
  }
}
