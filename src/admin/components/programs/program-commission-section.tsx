import { SectionRow } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { formatMoney, formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { ProgramTiers } from "./program-tiers"
import { SectionHeader } from "../common/section-header"

export const ProgramCommissionSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const yesNo = (value: boolean) => (value ? t("common.yes") : t("common.no"))
  const amounts = (
    name: "order_commission_limits" | "new_customer_bonuses" | "welcome_bonuses" | "affiliate_month_limits" | "month_budgets"
  ) => {
    const given = Object.entries(program[name] ?? {})
    const value = given.map(([currency, amount]) => formatMoney(amount, currency)).join(", ")
    return given.length > 0 && <SectionRow title={t(`program.fields.${name}.label`)} value={value} />
  }
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("program.sections.commission.title")} />
      <SectionRow title={t("program.fields.commission_percent.label")} value={formatPercent(program.commission_percent)} />
      <SectionRow title={t("program.fields.commission_basis.label")} value={t(`program.basis.${program.commission_basis}`)} />
      <SectionRow title={t("program.fields.include_tax.label")} value={yesNo(program.include_tax)} />
      <SectionRow title={t("program.fields.include_shipping.label")} value={yesNo(program.include_shipping)} />
      {program.margin_guard_percent !== null && (
        <SectionRow title={t("program.fields.margin_guard_percent.label")} value={formatPercent(program.margin_guard_percent)} />
      )}
      {amounts("order_commission_limits")}
      {program.commission_tiers && (
        <SectionRow title={t("program.fields.commission_tiers.label")} value={<ProgramTiers tiers={program.commission_tiers} />} />
      )}
      {amounts("new_customer_bonuses")}
      {amounts("welcome_bonuses")}
      {amounts("affiliate_month_limits")}
      {amounts("month_budgets")}
      <SectionRow title={t("program.fields.hold_period_days.label")} value={t("common.days", { count: program.hold_period_days })} />
    </Container>
  )
}
