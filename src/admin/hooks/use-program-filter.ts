import { useText } from "../lib/use-text"
import { useChoiceFilter } from "./use-choice-filter"
import { useProgramOptions } from "./use-program-options"

/** A table's filter by program. */
export const useProgramFilter = () => useChoiceFilter("program_id", useText()("program.one"), useProgramOptions())
