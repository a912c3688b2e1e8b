import { ActionMenu } from "@medusajs/dashboard/components"
import { PlusMini } from "@medusajs/icons"
import { Container, Text, Tooltip } from "@medusajs/ui"
import { useText } from "../../lib/use-text"
import type { Balance } from "../../types/affiliate"
import { Money } from "../common/money"
import { SectionHeader } from "../common/section-header"

const PARTS = ["available", "pending", "paid"] as const

/** Balances of one affiliate, currency by currency: they are never added up. */
export const BalanceSection = ({ balances }: { balances: Balance[] }) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.balance")}>
        <ActionMenu groups={[{ actions: [{ label: t("affiliate.adjust"), icon: <PlusMini />, to: "adjust" }] }]} />
      </SectionHeader>
      {balances.map((balance) => (
        <dl key={balance.currency_code} className="grid grid-cols-[repeat(3,auto)] justify-between gap-x-4 px-6 py-4">
          {PARTS.map((part) => (
            <div key={part}>
              <dt>
                <Tooltip content={t(`affiliate.balances.${part}.tip`)}>
                  <Text size="xsmall" className="text-ui-fg-subtle">
                    {t(`affiliate.balances.${part}.label`)}
                  </Text>
                </Tooltip>
              </dt>
              <dd className="txt-compact-small-plus">
                <Money
                  amount={balance[part]}
                  currencyCode={balance.currency_code}
                  className={part === "pending" ? "text-ui-fg-muted" : undefined}
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
