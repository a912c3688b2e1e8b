import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminAffiliateAgreementAcceptanceListParams,
  AdminAffiliateAgreementAcceptanceListResponse,
  AdminAffiliateAgreementListResponse,
  ListParams,
  OwnAffiliateAgreementResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { programKeys } from "./programs"

const acceptanceKeys = queryKeys("affiliate_agreement_acceptances")

/** The versions of a program's agreement. They change with the program, so they are read again with it. */
export function useAgreements(programId: string, query: ListParams) {
  return useQuery({
    queryKey: [...programKeys.detail(programId), "agreements", query],
    queryFn: () =>
      sdk.client.fetch<AdminAffiliateAgreementListResponse>(`/admin/affiliate-programs/${programId}/agreements`, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

/** Who accepted what. */
export function useAcceptances(query: AdminAffiliateAgreementAcceptanceListParams) {
  return useQuery({
    queryKey: acceptanceKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<AdminAffiliateAgreementAcceptanceListResponse>("/admin/affiliate-agreement-acceptances", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

/** Read anew each time: the affiliate accepts in his account, and the text is the program's. */
export function useOwnAgreement(affiliateId: string) {
  return useQuery({
    queryKey: acceptanceKeys.detail(affiliateId),
    queryFn: () => sdk.client.fetch<OwnAffiliateAgreementResponse>(`/admin/affiliates/${affiliateId}/agreement`),
    staleTime: 0,
  })
}
