import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { AffiliateChoices } from "../components/common/filters/affiliate-choices"
import { useText } from "../lib/use-text"
import { useAffiliateNames } from "./use-affiliate-names"
import { chosenValues } from "./use-choice-filter"

const filter = createDataTableFilterHelper()

/** A table's filter by affiliates, who are searched by name. `chosen` are those of the page's address. */
export function useAffiliateFilter(chosen: string | string[] | undefined) {
  const t = useText()
  const names = useAffiliateNames(chosenValues(chosen))
  return useMemo(() => {
    const props = {
      id: "affiliate_id",
      type: "custom" as const,
      label: t("affiliate.one"),
      // Read by the table to name who is chosen.
      options: [...names].map(([value, label]) => ({ value, label })),
      render: ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => (
        <AffiliateChoices chosen={chosenValues(value)} onChange={onChange} />
      ),
    }
    return filter.custom(props)
  }, [t, names])
}
