import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminOrderAffiliateResponse, AdminReassignOrder } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { affiliateKeys } from "./affiliates"
import { commissionKeys } from "./commissions"
import { periodKeys } from "./periods"

const path = (orderId: string) => `/admin/orders/${orderId}/affiliate`
const orderAttributionKeys = queryKeys("affiliate_order_attribution")

/** Always refetched, because returns, refunds and edits change what an order earns. */
export function useOrderAttribution(orderId: string) {
  return useQuery({
    queryKey: orderAttributionKeys.detail(orderId),
    queryFn: () => sdk.client.fetch<AdminOrderAffiliateResponse>(path(orderId)),
    staleTime: 0,
  })
}

/** Refreshes commissions, affiliates and months, because both affiliates' figures change. */
export function useReassignOrder(orderId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminReassignOrder) => sdk.client.fetch<AdminOrderAffiliateResponse>(path(orderId), { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: commissionKeys.all })
      void client.invalidateQueries({ queryKey: affiliateKeys.all })
      void client.invalidateQueries({ queryKey: periodKeys.all })
      return client.invalidateQueries({ queryKey: orderAttributionKeys.all })
    },
  })
}
