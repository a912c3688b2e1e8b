import { useProgramOptions } from "../../hooks/use-program-options"

/** A program's name. While it is loading, its id. */
export const ProgramName = ({ id }: { id: string }) => {
  const options = useProgramOptions()
  return <>{options.find(({ value }) => value === id)?.label ?? id}</>
}
