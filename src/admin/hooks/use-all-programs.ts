import { usePrograms } from "./api/programs"

const ALL = { limit: 200, order: "name" }

/** All programs by name. A merchant has only a few, so one request reads them all. */
export function useAllPrograms() {
  const { data, error } = usePrograms(ALL)
  return { programs: data?.affiliate_programs, error }
}
