import { useMemo } from "react"
import type { AffiliateProgramStatus } from "../../types"
import { useAllPrograms } from "./use-all-programs"
import type { EntityOption } from "./use-entity-options"

/** The programs by name. */
export function useProgramOptions(status?: AffiliateProgramStatus): EntityOption[] {
  const { programs } = useAllPrograms()
  return useMemo(
    () => (programs ?? []).filter((program) => !status || program.status === status).map(({ id, name }) => ({ value: id, label: name })),
    [programs, status]
  )
}
