import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { GroupPrograms } from "../components/customer-groups/group-programs"

const CustomerGroupProgramsWidget = ({ data }: { data: { id: string } }) => <GroupPrograms groupId={data.id} />

export const config = defineWidgetConfig({ zone: "customer_group.details", id: "affiliate:customer-group-programs" })

export default CustomerGroupProgramsWidget
