import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { RenameGroup } from "../../../../../components/affiliate-groups/rename-group"
import { useAffiliateGroup } from "../../../../../hooks/api/affiliate-groups"

const RenameGroupPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useAffiliateGroup(id)
  if (error) throw error
  return <RouteDrawer>{data && <RenameGroup group={data.affiliate_group} />}</RouteDrawer>
}

export default RenameGroupPage
