import { Container } from "@medusajs/ui"
import type { AdminAffiliatePayRunDetail } from "../../../types"
import { useProgramZone } from "../../hooks/use-program-zone"
import { formatDateTime } from "../../lib/format"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { SectionHeader } from "../common/section-header"

/** What a run comes to, by method and currency, and what of it is still to pay. */
export const PayRunSummary = ({ run }: { run: AdminAffiliatePayRunDetail }) => {
  const t = useText()
  const methodName = useMethodName()
  const zone = useProgramZone(run.program_id)
  const at = t("payRun.createdAt", { at: formatDateTime(run.created_at, zone), zone: zone ?? "" })
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("payRun.title", { number: run.number, program: run.program_name })} subtitle={at} level="h1" />
      {run.groups.map(({ method, currency_code, payout_count, amount, open_count, open_amount }) => (
        <dl key={`${method} ${currency_code}`} className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-3">
          <div className="col-span-2 md:col-span-1">
            <dt className="txt-compact-xsmall text-ui-fg-subtle">{t("payoutMethod.one")}</dt>
            <dd className="txt-compact-small-plus">{methodName(method)}</dd>
          </div>
          <div>
            <dt className="txt-compact-xsmall text-ui-fg-subtle">{t("payout.count", { count: payout_count })}</dt>
            <dd className="txt-compact-small-plus">
              <Money amount={amount} currencyCode={currency_code} />
            </dd>
          </div>
          <div>
            <dt className="txt-compact-xsmall text-ui-fg-subtle">{t("payRun.openCount", { count: open_count })}</dt>
            <dd className="txt-compact-small-plus">
              <Money amount={open_amount} currencyCode={currency_code} />
            </dd>
          </div>
        </dl>
      ))}
    </Container>
  )
}
