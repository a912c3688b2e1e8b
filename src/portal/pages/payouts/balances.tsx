import type { AffiliateBalance } from "../../../types"
import { useTexts } from "../../i18n/use-texts"

const PARTS = ["available", "pending", "processing", "paid"] as const

/** One block for each currency. */
export function Balances({ balances }: { balances: AffiliateBalance[] }) {
  const { t, money } = useTexts()
  if (balances.length === 0) return <p className="soft">{t.payouts.noBalance}</p>
  return (
    <>
      {balances.map((balance) => (
        <dl key={balance.currency_code} className="balance" aria-label={balance.currency_code.toUpperCase()}>
          {PARTS.map((part) => (
            <div key={part}>
              <dt>{t.payouts[part]}</dt>
              <dd className="money">{money(balance[part], balance.currency_code)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  )
}
