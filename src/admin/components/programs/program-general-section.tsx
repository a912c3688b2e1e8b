import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { MoreMenu } from "../common/more-menu"
import { PageLink } from "../common/page-link"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"

export const ProgramGeneralSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={program.name} level="h1">
        <Status kind="program" status={program.status} />
        <MoreMenu groups={[{ actions: [{ label: t("program.edit"), icon: <PencilSquare />, to: "edit" }] }]} />
      </SectionHeader>
      <SectionRow title={t("program.number")} value={String(program.number)} />
      <SectionRow title={t("program.handle")} value={program.handle} />
      <SectionRow title={t("program.fields.timezone.label")} value={program.timezone} />
      <SectionRow title={t("program.fields.starts_at.label")} value={<Moment at={program.starts_at} timeZone={program.timezone} />} />
      <SectionRow title={t("program.fields.ends_at.label")} value={<Moment at={program.ends_at} timeZone={program.timezone} />} />
      <SectionRow
        title={t("menu.affiliates")}
        value={<PageLink to={`/affiliates/list?program_id=${program.id}`}>{t("program.showAffiliates")}</PageLink>}
      />
      <SectionRow
        title={t("menu.periods")}
        value={<PageLink to={`/affiliates/periods?program_id=${program.id}`}>{t("program.showPeriods")}</PageLink>}
      />
    </Container>
  )
}
