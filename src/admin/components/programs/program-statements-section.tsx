import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"

export const ProgramStatementsSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { issuer_name, issuer_address, issuer_tax_id, issuer_iban, tax_note, is_self_billed, number_prefix } = program.statement_settings
  const lines = (text: string | null) => <span className="whitespace-pre-line">{text || "-"}</span>
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("statement.many")}>
        <MoreMenu groups={[{ actions: [{ label: t("program.edit"), icon: <PencilSquare />, to: "statements" }] }]} />
      </SectionHeader>
      <SectionRow title={t("statement.fields.issuer_name.label")} value={issuer_name || "-"} />
      <SectionRow title={t("statement.fields.issuer_address.label")} value={lines(issuer_address)} />
      <SectionRow title={t("statement.fields.issuer_tax_id.label")} value={issuer_tax_id || "-"} />
      <SectionRow title={t("statement.fields.issuer_iban.label")} value={issuer_iban || "-"} />
      <SectionRow title={t("statement.fields.tax_note.label")} value={lines(tax_note)} />
      <SectionRow title={t("statement.fields.is_self_billed.label")} value={is_self_billed ? t("common.yes") : t("common.no")} />
      <SectionRow title={t("statement.fields.number_prefix.label")} value={number_prefix || "-"} />
    </Container>
  )
}
