import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Container, StatusBadge, Text } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { NOTIFICATION_NAMES } from "../../lib/notification-names"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"

/** Which notifications the program's affiliates get, and with which template. */
export const ProgramNotificationsSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("notification.many")}>
        <ActionMenu groups={[{ actions: [{ label: t("program.edit"), icon: <PencilSquare />, to: "notifications" }] }]} />
      </SectionHeader>
      {NOTIFICATION_NAMES.map((name) => {
        const { is_enabled, template } = program.notifications[name]
        return (
          <div key={name} className="flex items-center justify-between gap-x-4 px-6 py-3">
            <div className="min-w-0">
              <Text size="small" weight="plus">
                {t(`notification.names.${name}.label`)}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle break-all font-mono">
                {template}
              </Text>
            </div>
            <StatusBadge color={is_enabled ? "green" : "grey"}>{is_enabled ? t("notification.on") : t("notification.off")}</StatusBadge>
          </div>
        )
      })}
    </Container>
  )
}
