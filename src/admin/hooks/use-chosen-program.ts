import { useSearchParams } from "react-router-dom"
import { useProgramOptions } from "./use-program-options"

/** The program that the page's address names, else the only one there is; undefined where there are several. */
export function useChosenProgram(): string | undefined {
  const [search] = useSearchParams()
  const [only, another] = useProgramOptions()
  return search.get("program_id") ?? (another ? undefined : only?.value)
}
