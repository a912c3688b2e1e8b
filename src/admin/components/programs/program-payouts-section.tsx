import { SectionRow } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { SectionHeader } from "../common/section-header"

export const ProgramPayoutsSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const methodName = useMethodName()
  const minimums = Object.entries(program.payout_minimums ?? {})
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("program.sections.payouts.title")} />
      <SectionRow title={t("program.fields.payout_method.label")} value={methodName(program.payout_method)} />
      <SectionRow title={t("program.fields.payout_methods.label")} value={program.payout_methods.map(methodName).join(", ")} />
      <SectionRow
        title={t("program.fields.payout_minimums.label")}
        value={
          minimums.length === 0 ? (
            t("program.noMinimum")
          ) : (
            <span className="flex flex-col">
              {minimums.map(([currency, amount]) => (
                <Money key={currency} amount={amount} currencyCode={currency} />
              ))}
            </span>
          )
        }
      />
      <SectionRow
        title={t("program.fields.automatic_payouts.label")}
        value={program.automatic_payouts ? t("common.yes") : t("common.no")}
      />
    </Container>
  )
}
