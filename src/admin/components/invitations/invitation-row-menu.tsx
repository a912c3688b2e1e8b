import { ArrowPath, XCircle } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminAffiliateInvitation } from "../../../types"
import { useResendInvitation, useWithdrawInvitation } from "../../hooks/api/invitations"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { InvitationLinkDrawer, type NewLink } from "./invitation-link-drawer"

/** Sends an invitation again, or takes it back. One that was accepted or withdrawn has ended. */
export const InvitationRowMenu = ({ invitation: { id, email, status } }: { invitation: AdminAffiliateInvitation }) => {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync: resend } = useResendInvitation()
  const { mutateAsync: withdraw } = useWithdrawInvitation()
  const [link, setLink] = useState<NewLink | null>(null)
  if (status === "accepted" || status === "withdrawn") return null

  const orToast = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  const sendAgain = () =>
    orToast(async () => {
      const { url, is_sent } = await resend(id)
      setLink({ email, url, is_sent })
    })
  const takeBack = () =>
    orToast(async () => {
      const confirmed = await prompt({
        title: t("invitation.withdrawTitle", { email }),
        description: t("invitation.withdrawDescription"),
        confirmText: t("invitation.withdraw"),
        cancelText: t("common.cancel"),
      })
      if (!confirmed) return
      await withdraw(id)
      toast.success(t("invitation.withdrawn", { email }))
    })

  return (
    <div className="flex justify-end">
      <MoreMenu
        groups={[
          { actions: [{ label: t("invitation.resend"), icon: <ArrowPath />, onClick: () => void sendAgain() }] },
          { actions: [{ label: t("invitation.withdraw"), icon: <XCircle />, onClick: () => void takeBack() }] },
        ]}
      />
      {link && <InvitationLinkDrawer link={link} onClose={() => setLink(null)} />}
    </div>
  )
}
