import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../lib/use-text"
import { useProgramOptions } from "./use-program-options"

const filter = createDataTableFilterHelper<{ program_id: string }>()

/** A table's filter by program. */
export function useProgramFilter() {
  const t = useText()
  const options = useProgramOptions()
  return useMemo(() => filter.accessor("program_id", { type: "radio", label: t("program.one"), options }), [t, options])
}
