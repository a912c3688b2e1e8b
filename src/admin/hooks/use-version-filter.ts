import { useMemo } from "react"
import { useText } from "../lib/use-text"
import { useAgreements } from "./api/agreements"
import { useChoiceFilter } from "./use-choice-filter"

/** The largest page of a list route. */
const MAX_PAGE = { limit: 100 }

/** A table's filter by version of a program's agreement. */
export function useVersionFilter(programId: string) {
  const t = useText()
  const agreements = useAgreements(programId, MAX_PAGE).data?.agreements
  const options = useMemo(() => (agreements ?? []).map(({ version }) => ({ value: String(version), label: String(version) })), [agreements])
  return useChoiceFilter("version", t("agreement.version"), options)
}
