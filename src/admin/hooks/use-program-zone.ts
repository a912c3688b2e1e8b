import { usePrograms } from "./api/programs"

/** As in `useProgramOptions`, so that both share one request. */
const ALL = { limit: 200, order: "name" }

/**
 * The time zone in which a program's months begin, and in which everything of the program is dated. Without a program: the zone that all
 * programs have in common. Undefined where there is none: then times are the browser's.
 */
export function useProgramZone(programId?: string): string | undefined {
  const programs = usePrograms(ALL).data?.affiliate_programs ?? []
  const own = programId === undefined ? programs : programs.filter(({ id }) => id === programId)
  const [zone, another] = [...new Set(own.map(({ timezone }) => timezone))]
  return another === undefined ? zone : undefined
}
