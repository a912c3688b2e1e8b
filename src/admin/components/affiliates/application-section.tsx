import { Container } from "@medusajs/ui"
import type { AdminAffiliate } from "../../../types"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"
import { ApplicationAnswers } from "./application-answers"

/** What the affiliate wrote when they joined; nothing where the program asked nothing. */
export const ApplicationSection = ({ affiliate: { application } }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  if (!application) return null
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.application.title")} />
      <div className="px-6 py-4">
        <ApplicationAnswers application={application} />
      </div>
    </Container>
  )
}
