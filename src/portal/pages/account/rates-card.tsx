import type { AffiliateCommissionRuleRate, StoreAffiliateTerms, StoreAffiliateTermsResponse } from "../../../types"
import { Card } from "../../components/card"
import { Loaded } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { useData } from "../../lib/use-data"

/** What the affiliate's orders earn now: a row for each rule that can match them. */
export function RatesCard({ path }: { path: string }) {
  const { t } = useTexts()
  const terms = useData<StoreAffiliateTermsResponse>(path)
  return (
    <Card title={t.rates.title} intro={t.rates.intro}>
      <Loaded of={terms}>{({ terms: own }) => <RatesTable terms={own} />}</Loaded>
    </Card>
  )
}

function RatesTable({ terms }: { terms: StoreAffiliateTerms }) {
  const { rules, commission_percent } = terms
  const { t, day, money, percent } = useTexts()
  const rateOf = (rate: AffiliateCommissionRuleRate): string => {
    if (rate.type === "none") return t.rates.nothing
    if (rate.type === "percent") return percent(rate.percent)
    const amounts = rate.amounts.map(({ amount, currency_code }) => money(amount, currency_code)).join(" / ")
    return rate.per === "unit" ? t.rates.perUnit(amounts) : t.rates.perOrder(amounts)
  }
  const amountsOf = (limits: Record<string, string> | null): string[] =>
    Object.entries(limits ?? {}).map(([currency, amount]) => money(amount, currency))
  const limit = amountsOf(terms.order_commission_limits)
  const monthLimit = amountsOf(terms.affiliate_month_limits)
  const newCustomer = amountsOf(terms.new_customer_bonuses)
  const welcome = amountsOf(terms.welcome_bonuses)
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.rates.what}</th>
            <th scope="col" className="money">
              {t.rates.earns}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ name, rate, ends_at }, index) => (
            <tr key={index}>
              <td>
                {name}
                {ends_at !== null && <span className="soft"> ({t.rates.until(day(new Date(Date.parse(ends_at) - 1).toISOString()))})</span>}
              </td>
              <td className="money">{rateOf(rate)}</td>
            </tr>
          ))}
          <tr>
            <td>{rules.length > 0 ? t.rates.rest : t.rates.everything}</td>
            <td className="money">{percent(commission_percent)}</td>
          </tr>
        </tbody>
      </table>
      {limit.length > 0 && <p className="soft">{t.rates.limit(limit.join(" / "))}</p>}
      {terms.commission_tiers?.tiers.map(({ currency_code, threshold, raise_percent }) => (
        <p key={`${currency_code} ${threshold}`} className="soft">
          {t.rates.tier[terms.commission_tiers?.span ?? "month"](
            terms.commission_tiers?.measure === "orders" ? t.referrals.orders(Number(threshold)) : money(threshold, currency_code ?? ""),
            percent(raise_percent)
          )}
        </p>
      ))}
      {newCustomer.length > 0 && <p className="soft">{t.rates.newCustomer(newCustomer.join(" / "))}</p>}
      {welcome.length > 0 && <p className="soft">{t.rates.welcome(welcome.join(" / "))}</p>}
      {monthLimit.length > 0 && <p className="soft">{t.rates.monthLimit(monthLimit.join(" / "))}</p>}
    </>
  )
}
