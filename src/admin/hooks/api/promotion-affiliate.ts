import { useQuery } from "@tanstack/react-query"
import type { AdminPromotionAffiliateResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export function usePromotionAffiliate(promotionId: string) {
  return useQuery({
    queryKey: queryKeys("affiliate_promotions").detail(promotionId),
    queryFn: () => sdk.client.fetch<AdminPromotionAffiliateResponse>(`/admin/promotions/${promotionId}/affiliate`),
  })
}
