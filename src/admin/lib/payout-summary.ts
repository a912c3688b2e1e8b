import type { AdminAffiliatePayoutTotal } from "../../types"
import { formatMoney } from "./format"
import type { Translate } from "./use-text"

/** What creating payouts will do in one currency: how many are paid, and how many are not and why. */
export function payoutSummary({ currency_code, amount, payout_count, skipped }: AdminAffiliatePayoutTotal, t: Translate): string {
  const without = [
    ["payout.belowMinimum", skipped.below_minimum],
    ["payout.alreadyProcessing", skipped.already_processing],
    ["payout.notActive", skipped.affiliate_not_active],
    ["payout.noDetails", skipped.no_payout_details],
    ["payout.methodUnavailable", skipped.method_unavailable],
    ["payout.currencyNotSupported", skipped.currency_not_supported],
    ["payout.amountTooSmall", skipped.amount_too_small],
  ] as const
  const created =
    payout_count > 0
      ? t("payout.creates", { count: payout_count, money: formatMoney(amount, currency_code) })
      : t("payout.createsNone", { currency: currency_code.toUpperCase() })
  return [created, ...without.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }))].join(" ")
}
