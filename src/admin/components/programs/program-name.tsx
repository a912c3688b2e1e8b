import { useProgramOptions } from "../../hooks/use-program-options"

/** A program by name; its id until the name is known. */
export const ProgramName = ({ id }: { id: string }) => {
  const options = useProgramOptions()
  return <>{options.find(({ value }) => value === id)?.label ?? id}</>
}
