import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminCustomerAffiliateReferrerResponse, AdminSetCustomerAffiliateReferrer } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { commissionKeys } from "./commissions"
import { referralKeys } from "./referrals"

const path = (customerId: string) => `/admin/customers/${customerId}/affiliate-referrer`
export const customerReferrerKeys = queryKeys("affiliate_customer_referrer")

export function useCustomerReferrer(customerId: string) {
  return useQuery({
    queryKey: customerReferrerKeys.detail(customerId),
    queryFn: () => sdk.client.fetch<AdminCustomerAffiliateReferrerResponse>(path(customerId)),
  })
}

/** Refreshes commissions too, because a new referrer also gets the customer's orders of open months. */
export function useSetCustomerReferrer(customerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminSetCustomerAffiliateReferrer) => sdk.client.fetch<unknown>(path(customerId), { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: referralKeys.all })
      void client.invalidateQueries({ queryKey: commissionKeys.all })
      return client.invalidateQueries({ queryKey: customerReferrerKeys.all })
    },
  })
}
