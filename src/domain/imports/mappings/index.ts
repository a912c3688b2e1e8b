import { InvalidInput } from "../../errors"
import type { ImportMapping } from "../mapping"
import { OTHERS } from "./others"
import { OWN } from "./own"

const MAPPINGS: ImportMapping[] = [OWN, ...OTHERS]

/** @throws InvalidInput that names `--from`: unknown, or without documented columns. */
export function requireMapping(name: string = OWN.name): ImportMapping {
  const mapping = MAPPINGS.find((known) => known.name === name.trim().toLowerCase())
  if (!mapping) throw new InvalidInput("--from", `must be one of ${MAPPINGS.map((known) => known.name).join(", ")}`)
  if (mapping.documentation.length === 0) {
    throw new InvalidInput(
      "--from",
      `${mapping.title} cannot be read. ${mapping.remark} Name the columns as the export does, and leave out --from`
    )
  }
  return mapping
}
