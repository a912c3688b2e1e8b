import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliateInvitationListParams,
  AdminAffiliateInvitationListResponse,
  AdminAffiliateInvitationResponse,
  AdminInviteAffiliates,
  AdminInviteAffiliatesResponse,
  AdminResendAffiliateInvitationResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/affiliate-invitations"
const invitationKeys = queryKeys("affiliate_invitations")

export function useInvitations(query: AdminAffiliateInvitationListParams = {}) {
  return useQuery({
    queryKey: invitationKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateInvitationListResponse>(PATH, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

const useChange = <Body, Response>(change: (body: Body) => Promise<Response>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: invitationKeys.all }) })
}

export const useInviteAffiliates = () =>
  useChange((body: AdminInviteAffiliates) => sdk.client.fetch<AdminInviteAffiliatesResponse>(PATH, { method: "POST", body }))

export const useResendInvitation = () =>
  useChange((id: string) => sdk.client.fetch<AdminResendAffiliateInvitationResponse>(`${PATH}/${id}/resend`, { method: "POST" }))

export const useWithdrawInvitation = () =>
  useChange((id: string) => sdk.client.fetch<AdminAffiliateInvitationResponse>(`${PATH}/${id}/withdraw`, { method: "POST" }))
