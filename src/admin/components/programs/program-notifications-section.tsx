import { PencilSquare } from "@medusajs/icons"
import { Button, Container, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { defaultTemplate, type NotificationName } from "../../../domain/notifications/notification-settings"
import type { AdminAffiliateProgram } from "../../../types"
import { NOTIFICATION_NAMES } from "../../lib/notification-names"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"
import { NoProviderTip } from "../notifications/no-provider-tip"
import { NotificationPreview } from "../notifications/notification-preview"

/** Which e-mails the program's affiliates get, each to be looked at. */
export const ProgramNotificationsSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const [shown, setShown] = useState<NotificationName | null>(null)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("notification.many")}>
        <MoreMenu groups={[{ actions: [{ label: t("program.edit"), icon: <PencilSquare />, to: "notifications" }] }]} />
      </SectionHeader>
      <div className="px-6 py-4 empty:hidden">
        <NoProviderTip />
      </div>
      {NOTIFICATION_NAMES.map((name) => {
        const { is_enabled, template } = program.notifications[name]
        return (
          <div key={name} className="flex items-center justify-between gap-x-4 px-6 py-3">
            <div className="min-w-0">
              <Text size="small" weight="plus">
                {t(`notification.names.${name}.label`)}
              </Text>
              {template !== defaultTemplate(name) && (
                <Text size="xsmall" className="text-ui-fg-subtle break-all font-mono">
                  {template}
                </Text>
              )}
            </div>
            <div className="flex shrink-0 items-center gap-x-3">
              <StatusBadge color={is_enabled ? "green" : "grey"}>{is_enabled ? t("notification.on") : t("notification.off")}</StatusBadge>
              <Button size="small" variant="transparent" onClick={() => setShown(name)}>
                {t("notification.preview")}
              </Button>
            </div>
          </div>
        )
      })}
      {shown && <NotificationPreview program={program} name={shown} onClose={() => setShown(null)} />}
    </Container>
  )
}
