import { RouteDrawer } from "@medusajs/dashboard/components"
import { useSearchParams } from "react-router-dom"
import { useOwnPayoutMethod } from "../../hooks/api/payout-methods"
import { ChangePayoutMethod } from "../affiliates/change-payout-method"

/** Notes where the money of the affiliate goes whom the page's address names, and leads back with the same address to the payouts. */
export const MissingDetails = ({ back }: { back: string }) => {
  const [search] = useSearchParams()
  const affiliateId = search.get("details_of") ?? ""
  const { data, error } = useOwnPayoutMethod(affiliateId)
  if (error) throw error
  if (!data) return null
  return (
    <RouteDrawer prev={back}>
      <ChangePayoutMethod affiliateId={affiliateId} own={data.payout_method} />
    </RouteDrawer>
  )
}
