import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderExplanation } from "../components/orders/order-explanation"

interface OrderAffiliateWidgetProps {
  data: { id: string; customer_id?: string | null }
}

const OrderAffiliateWidget = ({ data }: OrderAffiliateWidgetProps) => (
  <OrderExplanation orderId={data.id} customerId={data.customer_id ?? ""} />
)

export const config = defineWidgetConfig({ zone: "order.details.side", id: "affiliate:order-affiliate" })

export default OrderAffiliateWidget
