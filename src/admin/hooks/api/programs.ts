import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { ProgramListQuery, ProgramListResponse, ProgramPayload, ProgramResponse } from "../../types/program"

const PATH = "/admin/affiliate-programs"
export const programKeys = queryKeys("affiliate_programs")

export const fetchProgram = (id: string) => sdk.client.fetch<ProgramResponse>(`${PATH}/${id}`)

export const fetchPrograms = (query: ProgramListQuery & { id?: string | string[] }) =>
  sdk.client.fetch<ProgramListResponse>(PATH, { query: { ...query } })

export const updateProgram = (id: string, body: ProgramPayload) =>
  sdk.client.fetch<ProgramResponse>(`${PATH}/${id}`, { method: "POST", body })

export function usePrograms(query: ProgramListQuery = {}) {
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
    mutationFn: (body: ProgramPayload) => sdk.client.fetch<ProgramResponse>(PATH, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: programKeys.all }),
  })
}

export function useUpdateProgram(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ProgramPayload) => updateProgram(id, body),
    onSuccess: () => client.invalidateQueries({ queryKey: programKeys.all }),
  })
}
