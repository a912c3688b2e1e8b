import type { AdminAffiliateStatisticsOverview, AffiliateCurrencyTotals, AffiliateStatisticsTotals } from "../../types"

/** The currencies in which something happened in the range, or in the one before. */
export const currenciesOf = ({ totals, before }: AdminAffiliateStatisticsOverview): string[] =>
  [...new Set([totals, before].flatMap((figures) => (figures?.currencies ?? []).map(({ currency_code }) => currency_code)))].sort()

/** The currency that is shown: the chosen one, otherwise the one with most orders. Undefined where nobody has ordered. */
export function shownCurrency(overview: AdminAffiliateStatisticsOverview, chosen: string | undefined): string | undefined {
  if (chosen) return chosen
  const ranked = [...overview.totals.currencies].sort((one, other) => other.orders - one.orders)
  return ranked[0]?.currency_code ?? currenciesOf(overview)[0]
}

const NOTHING = { orders: 0, expense_amount: "0", commission_amount: "0", cost_percent: null }

export const figuresIn = (totals: AffiliateStatisticsTotals, currency_code: string): AffiliateCurrencyTotals =>
  totals.currencies.find((figures) => figures.currency_code === currency_code) ?? { currency_code, ...NOTHING }
