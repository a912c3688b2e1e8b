import { SectionRow } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { customerGroupSource } from "../../lib/entity-sources/customer-groups"
import { useText } from "../../lib/use-text"
import { EntityNames } from "../common/entity-names"
import { SectionHeader } from "../common/section-header"

export const ProgramMembersSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const yesNo = (value: boolean) => (value ? t("common.yes") : t("common.no"))
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("program.sections.members.title")} />
      <SectionRow
        title={t("program.fields.eligible_customer_group_ids.label")}
        value={<EntityNames ids={program.eligible_customer_group_ids} source={customerGroupSource} none={t("program.everyCustomer")} />}
      />
      <SectionRow
        title={t("program.fields.forbidden_customer_group_ids.label")}
        value={<EntityNames ids={program.forbidden_customer_group_ids} source={customerGroupSource} none={t("program.noGroup")} />}
      />
      <SectionRow title={t("program.fields.auto_enroll.label")} value={yesNo(program.auto_enroll)} />
      <SectionRow title={t("program.fields.requires_approval.label")} value={yesNo(program.requires_approval)} />
      <SectionRow
        title={t("program.fields.application_questions.label")}
        value={
          program.application_questions.length > 0 && (
            <ul className="flex flex-col gap-y-1">
              {program.application_questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          )
        }
      />
    </Container>
  )
}
