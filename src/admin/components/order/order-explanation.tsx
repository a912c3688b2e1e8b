import { Container } from "@medusajs/ui"
import { useOrderAttribution } from "../../hooks/api/order-attribution"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"
import { OrderCommissions } from "./order-commissions"
import { OrderDecision } from "./order-decision"
import { OrderEvidence } from "./order-evidence"

/** On an order's page: who earns from it and why, or why nobody does. */
export const OrderExplanation = ({ orderId }: { orderId: string }) => {
  const t = useText()
  const { data, error } = useOrderAttribution(orderId)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("order.title")}>{data && <Status kind="outcome" status={data.outcome} />}</SectionHeader>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows />}
      {data && <OrderDecision attribution={data} />}
      {data && data.commissions.length > 0 && <OrderCommissions commissions={data.commissions} />}
      {data && data.evidence.length > 0 && <OrderEvidence evidence={data.evidence} />}
    </Container>
  )
}
