import type { AffiliateBalance, StoreNextAffiliatePayout } from "../../../types"
import { useTexts } from "../../i18n/use-texts"
import { signOf } from "../../lib/decimals"

interface NextPayoutsProps {
  payouts: StoreNextAffiliatePayout[]
  balances: AffiliateBalance[]
}

/** What is available in each currency, whether it will be paid, and if not, why. */
export function NextPayouts({ payouts, balances }: NextPayoutsProps) {
  const { t, money } = useTexts()
  if (payouts.length === 0) return <p className="soft">{t.payouts.noBalance}</p>
  return (
    <ul className="next">
      {payouts.map((payout) => {
        const pending = balances.find(({ currency_code }) => currency_code === payout.currency_code)?.pending ?? "0"
        return (
          <li key={payout.currency_code} className="stack-s">
            <span>
              <strong className="money big">{money(payout.available, payout.currency_code)}</strong>{" "}
              <span className="soft">{t.overview.available.toLocaleLowerCase()}</span>
            </span>
            <Prospect payout={payout} />
            {signOf(pending) > 0 && <span className="soft">{t.overview.pending(money(pending, payout.currency_code))}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function Prospect({ payout: { reason, minimum, currency_code, next_available_at } }: { payout: StoreNextAffiliatePayout }) {
  const { t, money, day } = useTexts()
  const waits = reason === "below_minimum" || reason === "nothing_available"
  return (
    <>
      <span className={reason === null ? "good" : ""}>{reason === null ? t.readyToPay : (t.reasons[reason] ?? reason)}</span>
      {reason === "below_minimum" && minimum !== null && <span className="soft">{t.belowMinimum(money(minimum, currency_code))}</span>}
      {waits && next_available_at !== null && <span className="soft">{t.availableFrom(day(next_available_at))}</span>}
    </>
  )
}
