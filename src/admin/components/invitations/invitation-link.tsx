import { Badge, Text } from "@medusajs/ui"
import { useText } from "../../lib/use-text"
import { CopyValue } from "../common/copy-value"
import type { NewLink } from "./invitation-link-drawer"

/** The link that somebody accepts an invitation by, to be handed out where no e-mail was sent. */
export const InvitationLink = ({ email, url, is_sent }: NewLink) => {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="min-w-0 break-all">
          {email}
        </Text>
        <Badge size="2xsmall" color={is_sent ? "green" : "orange"}>
          {is_sent ? t("invitation.sent") : t("invitation.notSent")}
        </Badge>
      </div>
      <CopyValue value={url} label={t("invitation.link")} />
    </div>
  )
}
