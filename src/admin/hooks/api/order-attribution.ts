import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { OrderAttribution } from "../../types/order-attribution"

export const orderAttributionKeys = queryKeys("affiliate_order_attribution")

/** Read fresh whenever an order is opened: what it earns changes with returns, refunds and edits. */
export function useOrderAttribution(orderId: string) {
  return useQuery({
    queryKey: orderAttributionKeys.detail(orderId),
    queryFn: () => sdk.client.fetch<OrderAttribution>(`/admin/orders/${orderId}/affiliate`),
    staleTime: 0,
  })
}
