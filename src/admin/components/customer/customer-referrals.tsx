import { Badge, Text } from "@medusajs/ui"
import { useText } from "../../lib/use-text"
import type { Referral } from "../../types/referral"
import { Moment } from "../common/moment"
import { PageLink } from "../common/page-link"
import { ProgramName } from "../program/program-name"

/** The customer's living ties, one per program. */
export const CustomerReferrals = ({ referrals }: { referrals: Referral[] }) => {
  const t = useText()
  if (referrals.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("referral.nobody")}
      </Text>
    )
  }
  return referrals.map((referral) => (
    <div key={referral.id} className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus">
          <PageLink to={`/affiliates/${referral.affiliate_id}`}>{referral.affiliate?.code ?? referral.affiliate_id}</PageLink>
        </Text>
        <Badge size="2xsmall">{t(`referral.sources.${referral.source}`)}</Badge>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        <ProgramName id={referral.program_id} />, {t("referral.sinceDate")} <Moment at={referral.started_at} />
      </Text>
      {referral.reason && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("common.reason")}: {referral.reason}
        </Text>
      )}
    </div>
  ))
}
