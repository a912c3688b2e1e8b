import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminAffiliateAgreementAcceptanceListParams,
  AdminAffiliateAgreementAcceptanceListResponse,
  AdminAffiliateAgreementListParams,
  AdminAffiliateAgreementListResponse,
  OwnAffiliateAgreementResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { programKeys } from "./programs"

const acceptanceKeys = queryKeys("affiliate_agreement_acceptances")

/** The versions of a program's agreement. Their query key begins with the program's, because saving a program may add a version. */
export function useAgreements(programId: string, query: AdminAffiliateAgreementListParams) {
  return useQuery({
    queryKey: [...programKeys.detail(programId), "agreements", query],
    queryFn: () =>
      sdk.client.fetch<AdminAffiliateAgreementListResponse>(`/admin/affiliate-programs/${programId}/agreements`, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

/** Who accepted which version. */
export function useAcceptances(query: AdminAffiliateAgreementAcceptanceListParams) {
  return useQuery({
    queryKey: acceptanceKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<AdminAffiliateAgreementAcceptanceListResponse>("/admin/affiliate-agreement-acceptances", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

/** Always refetched, because affiliates accept in their account and the text changes with the program. */
export function useOwnAgreement(affiliateId: string) {
  return useQuery({
    queryKey: acceptanceKeys.detail(affiliateId),
    queryFn: () => sdk.client.fetch<OwnAffiliateAgreementResponse>(`/admin/affiliates/${affiliateId}/agreement`),
    staleTime: 0,
  })
}
