import type { PayoutTotal } from "../types/payout"
import { formatMoney } from "./format"
import type { Translate } from "./use-text"

/** What creating payouts will do in one currency, in numbers: who is paid, and who stays without and why. */
export function payoutSummary({ currency_code, amount, payout_count, skipped }: PayoutTotal, t: Translate): string {
  const sentences = [
    payout_count > 0
      ? t("payout.creates", { count: payout_count, money: formatMoney(amount, currency_code) })
      : t("payout.createsNone", { currency: currency_code.toUpperCase() }),
    ...(skipped.below_minimum > 0 ? [t("payout.belowMinimum", { count: skipped.below_minimum })] : []),
    ...(skipped.already_processing > 0 ? [t("payout.alreadyProcessing", { count: skipped.already_processing })] : []),
    ...(skipped.affiliate_not_active > 0 ? [t("payout.notActive", { count: skipped.affiliate_not_active })] : []),
  ]
  return sentences.join(" ")
}
