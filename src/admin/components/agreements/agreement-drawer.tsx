import { Drawer, Text } from "@medusajs/ui"
import type { AdminAffiliateAgreement } from "../../../types"
import { formatDate } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { AgreementText } from "./agreement-text"

interface AgreementDrawerProps {
  agreement: AdminAffiliateAgreement
  timeZone: string
  onClose: () => void
}

/** A version of the agreement as affiliates read it. Rendered only while it is open. */
export const AgreementDrawer = ({ agreement, timeZone, onClose }: AgreementDrawerProps) => {
  const t = useText()
  const { version, created_at, html, text_hash } = agreement
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("agreement.title", { version })}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t("agreement.sinceDate", { date: formatDate(created_at, timeZone) })}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <AgreementText html={html} />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("agreement.hash")} <code className="break-all font-mono">{text_hash}</code>
          </Text>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
