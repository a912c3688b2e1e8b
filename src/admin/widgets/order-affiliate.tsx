import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderExplanation } from "../components/order/order-explanation"

const OrderAffiliateWidget = ({ data }: { data: { id: string } }) => <OrderExplanation orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.side", id: "affiliate:order-affiliate" })

export default OrderAffiliateWidget
