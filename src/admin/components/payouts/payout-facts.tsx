import { SectionRow } from "@medusajs/dashboard/components"
import type { AdminAffiliatePayoutDetail } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { Moment } from "../common/moment"
import { Money } from "../common/money"
import { PageLink } from "../common/page-link"
import { PayoutStatus } from "./payout-status"
import { Reference } from "./reference"

export const PayoutFacts = ({ payout }: { payout: AdminAffiliatePayoutDetail }) => {
  const t = useText()
  const methodName = useMethodName()
  const names = useAffiliateNames([payout.affiliate_id])
  const { affiliate_id: id, affiliate_code: code } = payout
  return (
    <>
      <SectionRow title={t("common.status")} value={<PayoutStatus payout={payout} />} />
      <SectionRow title={t("common.amount")} value={<Money amount={payout.amount} currencyCode={payout.currency_code} />} />
      <SectionRow title={t("affiliate.one")} value={<AffiliateLink id={id} code={code} name={names.get(id)} />} />
      <SectionRow
        title={t("program.one")}
        value={<PageLink to={`/affiliates/programs/${payout.program_id}`}>{payout.program_name}</PageLink>}
      />
      <SectionRow
        title={t("payRun.one")}
        value={<PageLink to={`/affiliates/payouts/runs/${payout.pay_run_id}`}>{t("payRun.show")}</PageLink>}
      />
      <SectionRow title={t("payoutMethod.one")} value={methodName(payout.method)} />
      <SectionRow title={t("payout.goesTo")} value={payout.masked_details || "-"} />
      <SectionRow title={t("payout.createdAt")} value={<Moment at={payout.created_at} programId={payout.program_id} />} />
      {payout.exported_at && (
        <SectionRow title={t("payout.exportedAt")} value={<Moment at={payout.exported_at} programId={payout.program_id} />} />
      )}
      {payout.sent_at && <SectionRow title={t("payout.sentAt")} value={<Moment at={payout.sent_at} programId={payout.program_id} />} />}
      <SectionRow title={t("payout.endedAt")} value={<Moment at={payout.ended_at} programId={payout.program_id} />} />
      <SectionRow title={t("payout.reference")} value={<Reference reference={payout.reference} />} />
      {payout.reason && <SectionRow title={t("common.reason")} value={payout.reason} />}
    </>
  )
}
