import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { ChangePayoutMethod } from "../../../../components/affiliates/change-payout-method"
import { useOwnPayoutMethod } from "../../../../hooks/api/payout-methods"

const ChangePayoutMethodPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useOwnPayoutMethod(id)
  if (error) throw error
  if (!data) return null
  return (
    <RouteDrawer>
      <ChangePayoutMethod affiliateId={id} own={data.payout_method} />
    </RouteDrawer>
  )
}

export default ChangePayoutMethodPage
