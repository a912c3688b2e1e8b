import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminAffiliateHistoryResponse, AdminAffiliateNoteListResponse, AdminAffiliateNoteResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { AFFILIATES_PATH, affiliateKeys } from "./affiliates"

const noteKeys = queryKeys("affiliate_notes")

export function useNotes(affiliateId: string, limit: number) {
  return useQuery({
    queryKey: noteKeys.detail(affiliateId, { limit }),
    queryFn: () => sdk.client.fetch<AdminAffiliateNoteListResponse>(`${AFFILIATES_PATH}/${affiliateId}/notes`, { query: { limit } }),
  })
}

export function useWriteNote(affiliateId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (text: string) =>
      sdk.client.fetch<AdminAffiliateNoteResponse>(`${AFFILIATES_PATH}/${affiliateId}/notes`, { method: "POST", body: { text } }),
    onSuccess: () => client.invalidateQueries({ queryKey: noteKeys.all }),
  })
}

/** Refreshed with the affiliate, whose changes it lists. */
export function useAffiliateHistory(affiliateId: string) {
  return useQuery({
    queryKey: [...affiliateKeys.detail(affiliateId), "history"],
    queryFn: () => sdk.client.fetch<AdminAffiliateHistoryResponse>(`${AFFILIATES_PATH}/${affiliateId}/history`),
  })
}
