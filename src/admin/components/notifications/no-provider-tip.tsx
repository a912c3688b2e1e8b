import { InlineTip } from "@medusajs/ui"
import { useEmailProvider } from "../../hooks/api/notifications"
import { useText } from "../../lib/use-text"

/** Says that nobody gets these e-mails, where the store has no provider, or only the one that writes into the log. */
export const NoProviderTip = () => {
  const t = useText()
  const { data } = useEmailProvider()
  if (!data || data.email_provider?.is_local === false) return null
  const kind = data.email_provider ? "onlyLog" : "noProvider"
  return (
    <InlineTip label={t(`notification.${kind}.label`)} variant="warning">
      {t(`notification.${kind}.text`)}
    </InlineTip>
  )
}
