import { InlineTip, Table, Text } from "@medusajs/ui"
import type { AdminReplayAffiliatePeriodResponse } from "../../../../types"
import { useAffiliateNames } from "../../../hooks/use-affiliate-names"
import { useText } from "../../../lib/use-text"
import { Difference } from "../../common/difference"
import { Money } from "../../common/money"
import { ReplayLineRow } from "./replay-line-row"

/** How many lines the drawer lists; it counts the rest. The API and the command line show all of them. */
const SHOWN = 50

/** The totals by currency, then the lines by affiliate. */
export const ReplayResult = ({ lines, totals }: AdminReplayAffiliatePeriodResponse["affiliate_replay"]) => {
  const t = useText()
  const shown = lines.slice(0, SHOWN)
  const names = useAffiliateNames(shown.map(({ affiliate_id }) => affiliate_id))
  const inexact = lines.reduce((count, line) => count + line.inexact_order_count, 0)
  if (lines.length === 0) return <Text size="small">{t("period.replay.nothing")}</Text>
  return (
    <section aria-live="polite" className="flex flex-col gap-y-4">
      {totals.map(({ currency_code, ...total }) => (
        <div key={currency_code} className="flex flex-wrap items-center gap-x-2">
          <Text size="small" weight="plus">
            {t("period.replay.credited")}
          </Text>
          <Money amount={total.actual_amount} currencyCode={currency_code} />
          <span aria-hidden>→</span>
          <Money amount={total.replayed_amount} currencyCode={currency_code} />
          <Difference amount={total.difference} currencyCode={currency_code} />
        </div>
      ))}
      {inexact > 0 && (
        <InlineTip label={t("common.preview")}>{t("period.replay.inexact", { orders: t("common.orders", { count: inexact }) })}</InlineTip>
      )}
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("affiliate.one")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("period.replay.recorded")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("period.replay.replayed")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("period.difference")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {shown.map((line) => (
              <ReplayLineRow
                key={`${line.affiliate_id}:${line.currency_code}:${line.actual_outcome}:${line.outcome}`}
                line={line}
                name={names.get(line.affiliate_id)}
              />
            ))}
          </Table.Body>
        </Table>
      </div>
      {lines.length > SHOWN && <Text size="small">{t("period.replay.more", { count: lines.length - SHOWN })}</Text>}
    </section>
  )
}
