import { useQuery } from "@tanstack/react-query"
import type { AdminAffiliateDoctorResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** The check reads the whole database, so it runs once when the page opens and again only on request. */
export function useDoctor() {
  return useQuery({
    queryKey: queryKeys("affiliate_doctor").all,
    queryFn: () => sdk.client.fetch<AdminAffiliateDoctorResponse>("/admin/affiliate-doctor"),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  })
}
