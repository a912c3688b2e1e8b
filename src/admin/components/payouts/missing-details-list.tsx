import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminSkippedAffiliatePayout } from "../../../types"
import { useAffiliateNames } from "../../hooks/use-affiliate-names"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"

/** More than anybody fills in at once. */
const SHOWN = 20

interface MissingDetailsListProps {
  accounts: AdminSkippedAffiliatePayout[]
  /** Where an affiliate's details are filled in. */
  hrefOf: (affiliateId: string) => string
}

/** Affiliates who lack payout details, each with a link to the fields. */
export const MissingDetailsList = ({ accounts, hrefOf }: MissingDetailsListProps) => {
  const t = useText()
  const methodName = useMethodName()
  const shown = accounts.slice(0, SHOWN)
  const names = useAffiliateNames(shown.map(({ affiliate_id }) => affiliate_id))
  return (
    <ul className="divide-y">
      {shown.map(({ affiliate_id, affiliate_code, currency_code, available, method }) => (
        <li key={`${affiliate_id} ${currency_code ?? ""}`} className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
          <div className="min-w-0">
            <Text size="small" weight="plus" className="break-words">
              {names.get(affiliate_id) ?? affiliate_code}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {methodName(method)}
              {currency_code && (
                <>
                  {" · "}
                  <Money amount={available} currencyCode={currency_code} />
                </>
              )}
            </Text>
          </div>
          <Button size="small" variant="secondary" asChild>
            <Link to={hrefOf(affiliate_id)}>{t("payRun.addDetails")}</Link>
          </Button>
        </li>
      ))}
      {accounts.length > SHOWN && (
        <Text as="span" size="small" className="text-ui-fg-subtle block px-6 py-3">
          {t("payout.more", { count: accounts.length - SHOWN })}
        </Text>
      )}
    </ul>
  )
}
