import { Text } from "@medusajs/ui"
import type { AffiliateApplicationAnswer } from "../../../types"
import { useText } from "../../lib/use-text"

/** What an applicant answered to the program's questions, as they wrote it. */
export const ApplicationAnswers = ({ application }: { application: AffiliateApplicationAnswer[] | null }) => {
  const t = useText()
  if (!application?.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("affiliate.application.nothingAsked")}
      </Text>
    )
  }
  return (
    <dl className="flex flex-col gap-y-3">
      {application.map(({ question, answer }) => (
        <div key={question}>
          <dt className="txt-small text-ui-fg-subtle break-words">{question}</dt>
          <dd className="txt-small whitespace-pre-wrap break-words">{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
