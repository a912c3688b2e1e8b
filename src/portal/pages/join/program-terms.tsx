import type { AffiliatePublicProgram } from "../../../types"
import type { Texts } from "../../i18n/en"
import { useTexts } from "../../i18n/use-texts"

/** What a program promises and asks, as a list of terms. */
export function ProgramTerms({ program, percent }: { program: AffiliatePublicProgram; percent?: string }) {
  const { t, percent: percentText, money } = useTexts()
  const { join } = t
  const minimums = Object.entries(program.payout_minimums ?? {})
  const methods = [...new Set([program.payout_method, ...program.payout_methods])]
  const terms: [string, string | null][] = [
    [join.commission, `${percentText(percent ?? program.commission_percent)} ${t.join[baseOf(program)]}`],
    [join.discount, discountOf(program, join, percentText)],
    [join.window, join.days(program.attribution_window_days)],
    [join.referral, program.referral_period_months === null ? join.lifetime : join.months(program.referral_period_months)],
    [join.hold, join.holdValue(program.hold_period_days)],
    [join.minimum, minimums.length === 0 ? null : minimums.map(([currency, amount]) => money(amount, currency)).join(", ")],
    [join.methods, methods.map((method) => t.payouts.methods[method] ?? method).join(", ")],
    [join.approval, program.requires_approval ? join.approvalValue : null],
  ]
  return (
    <dl className="terms">
      {terms.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )
      )}
    </dl>
  )
}

function discountOf(
  { customer_discount_percent, link_gives_discount }: AffiliatePublicProgram,
  join: Texts["join"],
  percentText: (percent: string) => string
): string | null {
  if (customer_discount_percent === null) return null
  return join[link_gives_discount ? "discountWithLink" : "discountValue"](percentText(customer_discount_percent))
}

function baseOf({ include_tax, include_shipping }: AffiliatePublicProgram): "of" | "ofWithTax" | "ofWithShipping" | "ofWithBoth" {
  if (include_tax && include_shipping) return "ofWithBoth"
  if (include_tax) return "ofWithTax"
  return include_shipping ? "ofWithShipping" : "of"
}
