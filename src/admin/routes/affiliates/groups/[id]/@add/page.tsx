import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { AddMembers } from "../../../../../components/affiliate-groups/add-members"

const AddMembersPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AddMembers groupId={id} />
    </RouteDrawer>
  )
}

export default AddMembersPage
