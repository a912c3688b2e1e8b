import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { AdjustBalance } from "../../../../components/affiliates/adjust-balance"

const AdjustBalancePage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AdjustBalance affiliateId={id} />
    </RouteDrawer>
  )
}

export default AdjustBalancePage
