import { Button, Drawer, Text } from "@medusajs/ui"
import type { AdminAffiliate, AdminUpdateAffiliatesResponse } from "../../../types"
import { customerName } from "../../lib/customer-name"
import { useText } from "../../lib/use-text"

export interface RefusedAffiliate {
  affiliate: AdminAffiliate
  reason: NonNullable<AdminUpdateAffiliatesResponse["results"][number]["reason"]>
}

/** Names those of many for whom a change was not possible, and why. */
export const RefusedAffiliates = ({ refused, onClose }: { refused: RefusedAffiliate[]; onClose: () => void }) => {
  const t = useText()
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("affiliate.batch.refusedTitle")}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t("affiliate.batch.refused", { count: refused.length })}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">
          <ul className="divide-ui-border-base divide-y">
            {refused.map(({ affiliate, reason }) => (
              <li key={affiliate.id} className="py-3">
                <Text size="small" weight="plus" className="break-words">
                  {affiliate.customer ? customerName(affiliate.customer) : affiliate.code}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {t(`affiliate.batch.reasons.${reason}`, { status: t(`status.affiliate.${affiliate.status}.label`) })}
                </Text>
              </li>
            ))}
          </ul>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("common.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
