import { useQuery } from "@tanstack/react-query"
import type { AdminAffiliateDoctorResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** The whole database is read for it: once when the page opens, and again only when somebody asks. */
export function useDoctor() {
  return useQuery({
    queryKey: queryKeys("affiliate_doctor").all,
    queryFn: () => sdk.client.fetch<AdminAffiliateDoctorResponse>("/admin/affiliate-doctor"),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  })
}
