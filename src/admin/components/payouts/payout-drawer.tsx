import { Drawer } from "@medusajs/ui"
import { usePayout } from "../../hooks/api/payouts"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { PayoutFacts } from "./payout-facts"

interface PayoutDrawerProps {
  id: string
  onClose: () => void
}

/** One payout in full. Render it only while it is open. */
export const PayoutDrawer = ({ id, onClose }: PayoutDrawerProps) => {
  const t = useText()
  const { data, error } = usePayout(id)
  const payout = data?.affiliate_payout
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{payout ? t("payout.title", { number: payout.number }) : t("payout.details")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="divide-y overflow-y-auto p-0">
          {error && <LoadError error={error} />}
          {payout ? <PayoutFacts payout={payout} /> : <LoadingRows count={8} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
