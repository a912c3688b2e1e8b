import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Hint } from "@medusajs/ui"
import type { AdminAffiliateProgramDetail } from "../../../types"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { EntityNames } from "../common/entity-names"
import { ExternalLink } from "../common/external-link"
import { SectionHeader } from "../common/section-header"
import { salesChannelSource } from "../../lib/entity-sources/sales-channels"

export const ProgramLinksSection = ({ program }: { program: AdminAffiliateProgramDetail }) => {
  const t = useText()
  const yesNo = (value: boolean) => (value ? t("common.yes") : t("common.no"))
  const discount = program.customer_discount_percent
  const taken = program.taken_promo_codes
  const months = program.referral_period_months
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("program.linksAndAttribution")} />
      <SectionRow title={t("program.fields.site_url.label")} value={<ExternalLink address={program.site_url} />} />
      <SectionRow title={t("program.fields.link_parameter.label")} value={program.link_parameter} />
      {program.link_aliases.length > 0 && (
        <SectionRow title={t("program.fields.link_aliases.label")} value={program.link_aliases.join(", ")} />
      )}
      <SectionRow title={t("program.fields.promo_code_template.label")} value={program.promo_code_template || t("program.noPromoCodes")} />
      <SectionRow
        title={t("program.fields.customer_discount_percent.label")}
        value={discount === null ? t("program.noDiscount") : formatPercent(discount)}
      />
      <SectionRow title={t("program.fields.link_gives_discount.label")} value={yesNo(program.link_gives_discount)} />
      {taken.length > 0 && <SectionRow title={t("program.takenPromoCodes")} value={<Hint variant="error">{taken.join(", ")}</Hint>} />}
      <SectionRow
        title={t("program.fields.attribution_window_days.label")}
        value={t("common.days", { count: program.attribution_window_days })}
      />
      <SectionRow title={t("program.fields.attribution_model.label")} value={t(`program.model.${program.attribution_model}`)} />
      <SectionRow
        title={t("program.fields.referral_period_months.label")}
        value={months === null ? t("program.lifetime") : t("common.months", { count: months })}
      />
      <SectionRow
        title={t("program.fields.sales_channel_ids.label")}
        value={<EntityNames ids={program.sales_channel_ids} source={salesChannelSource} none={t("program.everySalesChannel")} />}
      />
    </Container>
  )
}
