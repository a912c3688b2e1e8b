import { Text } from "@medusajs/ui"
import type { AdminAffiliatePayRunDetail, AdminAffiliatePayRunFile } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useText } from "../../lib/use-text"
import { PageLink } from "../common/page-link"

/** More than anybody reads here. */
const SHOWN = 20

interface PayRunLeftOutProps {
  run: AdminAffiliatePayRunDetail
  left_out: AdminAffiliatePayRunFile["left_out"]
}

/** Whom a file leaves out, and why. Each name opens the payout. */
export const PayRunLeftOut = ({ run, left_out }: PayRunLeftOutProps) => {
  const t = useText()
  const shown = left_out.slice(0, SHOWN)
  const names = useAffiliateNames(shown.map(({ affiliate_id }) => affiliate_id))
  if (left_out.length === 0) return null
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle mt-2">
        {t("payRun.leftOut", { count: left_out.length })}
      </Text>
      <ul className="txt-small text-ui-fg-subtle">
        {shown.map(({ payout_id, number, affiliate_id, affiliate_code, code }) => (
          <li key={payout_id}>
            <PageLink to={`/affiliates/payouts/runs/${run.id}?payout=${payout_id}`}>
              {t("payRun.payoutOf", { number, name: names.get(affiliate_id) ?? affiliate_code })}
            </PageLink>
            : {t(`payRun.leftOutReasons.${code}`)}
          </li>
        ))}
      </ul>
      {left_out.length > SHOWN && <Text size="small">{t("payout.more", { count: left_out.length - SHOWN })}</Text>}
    </>
  )
}
