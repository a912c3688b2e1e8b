import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerAffiliate } from "../components/referrals/customer-affiliate"

const CustomerAffiliateWidget = ({ data }: { data: { id: string } }) => <CustomerAffiliate customerId={data.id} />

export const config = defineWidgetConfig({ zone: "customer.details.side", id: "affiliate:customer-affiliate" })

export default CustomerAffiliateWidget
