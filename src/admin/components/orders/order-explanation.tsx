import { Container } from "@medusajs/ui"
import { useOrderAttribution } from "../../hooks/api/order-attribution"
import { missingPolicies } from "../../lib/missing-policies"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { OrderCommissions } from "./order-commissions"
import { OrderDecision } from "./order-decision"
import { OrderEvidence } from "./order-evidence"
import { OrderLines } from "./order-lines"
import { OrderHeader } from "./order-header"
import { OrderHistory } from "./order-history"
import { OrderQuarantine } from "./order-quarantine"

interface OrderExplanationProps {
  orderId: string
  customerId: string
}

/** On an order's page: which affiliate earns from it and why, or why none does, and its commissions. */
export const OrderExplanation = ({ orderId, customerId }: OrderExplanationProps) => {
  const { data, error } = useOrderAttribution(orderId)
  if (missingPolicies(error) !== undefined) return null
  return (
    <Container className="divide-y p-0">
      <OrderHeader orderId={orderId} customerId={customerId} attribution={data} />
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows />}
      {data?.quarantine && <OrderQuarantine error={data.quarantine.error} />}
      {data && <OrderDecision attribution={data} />}
      {data && <OrderLines attribution={data} />}
      {data && data.commissions.length > 0 && <OrderCommissions commissions={data.commissions} timeZone={data.timezone} />}
      {data && data.decisions.length > 1 && <OrderHistory decisions={data.decisions} timeZone={data.timezone} />}
      {data && data.evidence.length > 0 && <OrderEvidence evidence={data.evidence} timeZone={data.timezone} />}
    </Container>
  )
}
