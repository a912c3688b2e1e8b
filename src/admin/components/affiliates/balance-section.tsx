import { PlusMini } from "@medusajs/icons"
import { Container, Text, Tooltip } from "@medusajs/ui"
import type { AffiliateBalance } from "../../../types"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"

const PARTS = ["available", "pending", "paid", "processing"] as const

/** Hides `processing` while no payout is on its way, and calls an available balance below zero "carried forward", because it is a debt. */
const labelledParts = (balance: AffiliateBalance) =>
  PARTS.filter((part) => part !== "processing" || /[1-9]/.test(balance.processing)).map((part) => ({
    part,
    label: part === "available" && balance.available.startsWith("-") ? ("carriedForward" as const) : part,
  }))

/** The balances of one affiliate, one per currency. Amounts of different currencies are never added up. */
export const BalanceSection = ({ balances }: { balances: AffiliateBalance[] }) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.balance")}>
        <MoreMenu groups={[{ actions: [{ label: t("affiliate.adjust"), icon: <PlusMini />, to: "adjust" }] }]} />
      </SectionHeader>
      {balances.map((balance) => (
        <dl key={balance.currency_code} className="grid grid-cols-[repeat(3,auto)] justify-between gap-x-4 gap-y-2 px-6 py-4">
          {labelledParts(balance).map(({ part, label }) => (
            <div key={part}>
              <dt>
                <Tooltip content={t(`affiliate.balances.${label}.tip`)}>
                  <Text size="xsmall" className="text-ui-fg-subtle">
                    {t(`affiliate.balances.${label}.label`)}
                  </Text>
                </Tooltip>
              </dt>
              <dd className="txt-compact-small-plus">
                <Money
                  amount={balance[part]}
                  currencyCode={balance.currency_code}
                  className={part === "pending" ? "text-ui-fg-subtle" : undefined}
                />
              </dd>
            </div>
          ))}
        </dl>
      ))}
      {balances.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("affiliate.noBalance")}
        </Text>
      )}
    </Container>
  )
}
