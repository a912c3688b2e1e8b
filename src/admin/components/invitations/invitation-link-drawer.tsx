import { Button, Drawer, Text } from "@medusajs/ui"
import { useText } from "../../lib/use-text"
import { InvitationLink } from "./invitation-link"

export interface NewLink {
  email: string
  url: string
  is_sent: boolean
}

/** The new link of an invitation that was sent again. It is shown once. */
export const InvitationLinkDrawer = ({ link, onClose }: { link: NewLink; onClose: () => void }) => {
  const t = useText()
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("invitation.newLink")}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t("invitation.newLinkDescription")}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body>
          <InvitationLink {...link} />
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
