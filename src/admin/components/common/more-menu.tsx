import { ActionMenu, type ActionMenuProps } from "@medusajs/dashboard/components"
import { EllipsisHorizontal } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

/** The dashboard's menu of actions, whose button has a name for screen readers. */
export const MoreMenu = ({ groups }: Pick<ActionMenuProps, "groups">) => {
  const t = useText()
  return (
    <ActionMenu groups={groups}>
      <IconButton size="small" variant="transparent" aria-label={t("common.actions")}>
        <EllipsisHorizontal />
      </IconButton>
    </ActionMenu>
  )
}
