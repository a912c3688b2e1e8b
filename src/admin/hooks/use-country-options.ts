import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { formatCountry } from "../lib/format"
import { language } from "../lib/language"
import { sdk } from "../lib/sdk"
import type { EntityOption } from "./use-entity-options"

/** The countries of the store's regions, to which it ships, by name. */
export function useCountryOptions(): EntityOption[] {
  const { data } = useQuery({
    queryKey: ["affiliate_countries"],
    queryFn: () => sdk.admin.region.list({ fields: "id,*countries", limit: 1000 }),
  })
  return useMemo(() => {
    const codes = (data?.regions ?? []).flatMap(({ countries }) => (countries ?? []).flatMap(({ iso_2 }) => iso_2 ?? []))
    const options = [...new Set(codes)].map((value) => ({ value, label: formatCountry(value) }))
    return options.sort((one, other) => one.label.localeCompare(other.label, language()))
  }, [data])
}
