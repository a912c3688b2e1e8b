import { Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useOverview } from "../../hooks/use-overview"
import { formatCount, formatPercent } from "../../lib/format"
import { rangePath } from "../../lib/range-params"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"

/** How many clicks became referrals and orders of the same days, in every currency. */
export function Funnel() {
  const t = useText()
  const { range, overview } = useOverview()
  if (!overview || !range) return null

  const { clicks, referrals, orders } = overview.totals
  const all = { currency_code: undefined }
  const steps = [
    { label: t("overview.clicks"), count: clicks, to: rangePath("/affiliates/clicks", range, all) },
    { label: t("overview.referrals"), count: referrals, to: rangePath("/affiliates/referrals", range, all) },
    { label: t("overview.orders"), count: orders, to: rangePath("/affiliates/commissions", range, { ...all, first_of_order: "true" }) },
  ]
  const most = Math.max(clicks, referrals, orders, 1)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("overview.funnel")} subtitle={t("overview.funnelHint")} />
      <ul className="flex flex-col gap-y-4 px-6 py-4">
        {steps.map(({ label, count, to }) => (
          <li key={label} className="flex flex-col gap-y-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Text size="small">{label}</Text>
              <span className="txt-small flex gap-x-2 tabular-nums">
                {clicks > 0 && <span className="text-ui-fg-subtle">{formatPercent(((count * 100) / clicks).toFixed(1))}</span>}
                <Link to={to} className="text-ui-tag-blue-text hover:underline">
                  {formatCount(count)}
                </Link>
              </span>
            </div>
            <div className="bg-ui-bg-component h-2 overflow-hidden rounded-full" aria-hidden>
              <div className="bg-ui-fg-interactive h-full rounded-full" style={{ width: `${String((count * 100) / most)}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </Container>
  )
}
