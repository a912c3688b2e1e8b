import { Heading, Text } from "@medusajs/ui"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { PageLink } from "../common/page-link"

interface PreviewLine {
  affiliate_id: string
  affiliate_code: string
  currency_code: string | null
  amount: string
  /** How the affiliate is paid, or why they are not. */
  text: string
  /** Where the missing details are filled in. */
  detailsHref?: string
}

interface PayoutPreviewListProps {
  title: string
  lines: PreviewLine[]
  /** How many lines are not shown. */
  more: number
  names: Map<string, string>
}

/** One line per affiliate and currency. */
export const PayoutPreviewList = ({ title, lines, more, names }: PayoutPreviewListProps) => {
  const t = useText()
  if (lines.length === 0) return null
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h3">{title}</Heading>
      <ul className="divide-ui-border-base border-ui-border-base divide-y border-y">
        {lines.map(({ affiliate_id, affiliate_code, currency_code, amount, text, detailsHref }) => (
          <li key={`${affiliate_id} ${currency_code ?? ""}`} className="flex items-baseline justify-between gap-x-4 py-2">
            <div className="min-w-0">
              <Text size="small" weight="plus" className="truncate">
                {names.get(affiliate_id) ?? affiliate_code}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {text} {detailsHref && <PageLink to={detailsHref}>{t("payRun.addDetails")}</PageLink>}
              </Text>
            </div>
            {currency_code && <Money amount={amount} currencyCode={currency_code} className="txt-compact-small-plus" />}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payout.more", { count: more })}
        </Text>
      )}
    </section>
  )
}
