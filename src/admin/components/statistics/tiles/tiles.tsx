import type { AdminAffiliateStatisticsOverview } from "../../../../types"
import { formatCount, formatDayRange, formatMoney, formatPercent } from "../../../lib/format"
import { figuresIn } from "../../../lib/overview-figures"
import { type Range, rangePath } from "../../../lib/range-params"
import { useText } from "../../../lib/use-text"
import { Change } from "./change"
import { Tile } from "./tile"

interface TilesProps {
  overview: AdminAffiliateStatisticsOverview
  range: Range
  currency: string | undefined
}

/** The figures of the range, each with its difference to the range before and a link to its rows. */
export function Tiles({ overview: { totals, before }, range, currency }: TilesProps) {
  const t = useText()
  const days = formatDayRange(range.before)
  const ofClicks = { currency_code: undefined }
  const ofMoney = { currency_code: currency }
  const count = (label: string, now: number, earlier: number | undefined, to: string) => (
    <Tile label={label} value={formatCount(now)} to={to}>
      {earlier !== undefined && <Change now={now} before={earlier} beforeText={formatCount(earlier)} days={days} />}
    </Tile>
  )
  const now = currency === undefined ? undefined : figuresIn(totals, currency)
  const earlier = currency === undefined || !before ? undefined : figuresIn(before, currency)
  const commissions = rangePath("/affiliates/commissions", range, ofMoney)
  const orders = rangePath("/affiliates/commissions", range, { ...ofMoney, first_of_order: "true" })
  const money = (label: string, field: "expense_amount" | "commission_amount") =>
    now && (
      <Tile label={label} value={formatMoney(now[field], now.currency_code)} to={commissions}>
        {earlier && (
          <Change now={now[field]} before={earlier[field]} beforeText={formatMoney(earlier[field], now.currency_code)} days={days} />
        )}
      </Tile>
    )
  const percent = (of: string | null) => (of === null ? "-" : formatPercent(of))

  return (
    <div className="bg-ui-border-base grid grid-cols-1 gap-px sm:grid-cols-2 lg:grid-cols-3">
      {count(t("overview.clicks"), totals.clicks, before?.clicks, rangePath("/affiliates/clicks", range, ofClicks))}
      {count(t("overview.referrals"), totals.referrals, before?.referrals, rangePath("/affiliates/referrals", range, ofClicks))}
      {count(t("overview.orders"), now?.orders ?? totals.orders, earlier?.orders, orders)}
      {money(t("overview.expense_amount"), "expense_amount")}
      {money(t("overview.commission_amount"), "commission_amount")}
      {now && (
        <Tile label={t("overview.cost")} value={percent(now.cost_percent)} to={commissions}>
          {earlier && (
            <span className="txt-small text-ui-fg-subtle">{t("overview.before", { value: percent(earlier.cost_percent), days })}</span>
          )}
        </Tile>
      )}
    </div>
  )
}
