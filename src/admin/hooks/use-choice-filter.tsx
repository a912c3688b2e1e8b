import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { type Choice, FilterChoices } from "../components/common/filters/filter-choices"

const filter = createDataTableFilterHelper()

/** What a table's filter holds: one value where an address was written by hand, none while it is unset. */
export const chosenValues = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => (one === null || one === undefined || one === "" ? [] : [String(one)]))

/** A table's filter by one or several of some values. Medusa's own takes one value, or breaks on an address written by hand. */
export function useChoiceFilter(id: string, label: string, options: Choice[]) {
  return useMemo(() => {
    const props = {
      id,
      type: "custom" as const,
      label,
      // Read by the table to name what is chosen.
      options,
      render: ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => (
        <FilterChoices label={label} options={options} chosen={chosenValues(value)} onChange={onChange} />
      ),
    }
    return filter.custom(props)
  }, [id, label, options])
}
