import type { AdminTopAffiliate } from "../../../../types"
import { customerName } from "../../../lib/customer-name"
import { formatCount } from "../../../lib/format"
import { type Range, rangePath } from "../../../lib/range-params"
import { useText } from "../../../lib/use-text"
import { Money } from "../../common/money"
import { PageLink } from "../../common/page-link"
import { AffiliateLink } from "../../affiliates/affiliate-link"
import { TopList } from "./top-list"

/** Who brought most, by commission in the currency shown. */
export function TopAffiliates({ affiliates, range }: { affiliates: AdminTopAffiliate[]; range: Range }) {
  const t = useText()
  const rows = affiliates.map(({ affiliate, customer, clicks, currency_code, commission_amount }) => {
    const of = { affiliate_id: affiliate.id }
    return {
      key: affiliate.id,
      name: <AffiliateLink id={affiliate.id} code={affiliate.code} name={customer ? customerName(customer) : undefined} />,
      figures: (
        <span className="flex flex-col items-end">
          {currency_code && (
            <PageLink to={rangePath("/affiliates/commissions", range, { ...of, currency_code })}>
              <Money amount={commission_amount} currencyCode={currency_code} />
            </PageLink>
          )}
          <PageLink to={rangePath("/affiliates/clicks", range, { ...of, currency_code: undefined })}>
            {t("overview.clicksCount", { count: clicks, amount: formatCount(clicks) })}
          </PageLink>
        </span>
      ),
    }
  })
  return <TopList title={t("overview.topAffiliates")} rows={rows} />
}
