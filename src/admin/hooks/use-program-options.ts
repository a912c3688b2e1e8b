import { useMemo } from "react"
import type { AffiliateProgramStatus } from "../../types"
import { usePrograms } from "./api/programs"
import type { EntityOption } from "./use-entity-options"

const ALL = { limit: 200, order: "name" }

/** The programs by name. A merchant has only a few, so one request reads them all. */
export function useProgramOptions(status?: AffiliateProgramStatus): EntityOption[] {
  const programs = usePrograms(ALL).data?.affiliate_programs
  return useMemo(
    () => (programs ?? []).filter((program) => !status || program.status === status).map(({ id, name }) => ({ value: id, label: name })),
    [programs, status]
  )
}
