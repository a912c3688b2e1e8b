import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import type { AdminAffiliateProgram } from "../../types"
import { RANGE_PARAMS, type Range, type RangeParam, readRange } from "../lib/range-params"
import { useAllPrograms } from "./use-all-programs"

/** An affiliate, whose program the page is about. */
export interface RangeOwner {
  affiliate_id: string
  program_id: string
}

/**
 * The range of days, the program and the currency that the page's address names. Days are the program's, or the oldest program's where no
 * program is chosen. Undefined while the programs are loading.
 */
export function useRange(owner?: RangeOwner): { range: Range | undefined; error: Error | null } {
  const [params] = useSearchParams()
  const { programs, error } = useAllPrograms()
  const address = RANGE_PARAMS.map((name) => [name, params.get(name) ?? ""])
  const text = new URLSearchParams(address).toString()
  const { affiliate_id, program_id: owned } = owner ?? {}

  const range = useMemo(() => {
    if (!programs) return undefined
    const given = new URLSearchParams(text)
    if (owned) given.set("program_id", owned)
    const now = new Date()
    const { program_id } = readRange(given, now, "UTC")
    return { ...readRange(given, now, timeZoneOf(programs, program_id)), affiliate_id }
  }, [programs, text, affiliate_id, owned])
  return { range, error }
}

function timeZoneOf(programs: AdminAffiliateProgram[], id: string | undefined): string {
  const oldest = [...programs].sort((a, b) => a.number - b.number)[0]
  return (programs.find((program) => program.id === id) ?? oldest)?.timezone ?? "UTC"
}

/** Changes parts of the range in the page's address; undefined takes one out. A list begins again at its first page. */
export function useSetRange(): (changes: Partial<Record<RangeParam, string | undefined>>) => void {
  const [, setParams] = useSearchParams()
  return (changes) =>
    setParams((params) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) params.set(name, value)
        else params.delete(name)
      }
      params.delete("offset")
      return params
    })
}
