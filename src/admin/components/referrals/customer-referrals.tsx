import { Badge, Text } from "@medusajs/ui"
import type { AdminAffiliateReferral } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { AffiliateLink } from "../affiliates/affiliate-link"
import { ProgramName } from "../programs/program-name"

/** The customer's current referrals, one per program. */
export const CustomerReferrals = ({ referrals }: { referrals: AdminAffiliateReferral[] }) => {
  const t = useText()
  const names = useAffiliateNames(referrals.map(({ affiliate_id }) => affiliate_id))
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
          <AffiliateLink id={referral.affiliate_id} code={referral.affiliate.code} name={names.get(referral.affiliate_id)} />
        </Text>
        <Badge size="2xsmall">{t(`referral.sources.${referral.source}`)}</Badge>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        <ProgramName id={referral.program_id} />, {t("referral.sinceDate")}{" "}
        <Moment at={referral.started_at} programId={referral.program_id} />
      </Text>
      {referral.reason && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("common.reason")}: {referral.reason}
        </Text>
      )}
    </div>
  ))
}
