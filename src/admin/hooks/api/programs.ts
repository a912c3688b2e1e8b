import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliateProgramListParams,
  AdminAffiliateProgramListResponse,
  AdminAffiliateProgramResponse,
  AdminUpdateAffiliateProgram,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/affiliate-programs"
export const programKeys = queryKeys("affiliate_programs")

export const fetchProgram = (id: string) => sdk.client.fetch<AdminAffiliateProgramResponse>(`${PATH}/${id}`)

const fetchPrograms = (query: AdminAffiliateProgramListParams) =>
  sdk.client.fetch<AdminAffiliateProgramListResponse>(PATH, { query: { ...query } })

export const updateProgram = (id: string, body: AdminUpdateAffiliateProgram) =>
  sdk.client.fetch<AdminAffiliateProgramResponse>(`${PATH}/${id}`, { method: "POST", body })

export function usePrograms(query: AdminAffiliateProgramListParams = {}) {
  return useQuery({
    queryKey: programKeys.list(query),
    queryFn: () => fetchPrograms(query),
    placeholderData: keepPreviousData,
  })
}

export function useProgram(id: string, enabled = true) {
  return useQuery({ queryKey: programKeys.detail(id), queryFn: () => fetchProgram(id), enabled })
}

export function useCreateProgram() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminUpdateAffiliateProgram) => sdk.client.fetch<AdminAffiliateProgramResponse>(PATH, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: programKeys.all }),
  })
}

export function useUpdateProgram(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminUpdateAffiliateProgram) => updateProgram(id, body),
    onSuccess: () => client.invalidateQueries({ queryKey: programKeys.all }),
  })
}
