import type { AdminAffiliate } from "../../../types"
import { MoreMenu } from "../common/more-menu"
import { useStatusChangeActions } from "./use-status-change-actions"

export const AffiliateRowMenu = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const { actions, drawer } = useStatusChangeActions(affiliate)
  // The row is a link: stop clicks in its menu and drawer from following it.
  return (
    <div className="flex justify-end" onClick={(event) => event.stopPropagation()}>
      <MoreMenu groups={[{ actions }]} />
      {drawer}
    </div>
  )
}
