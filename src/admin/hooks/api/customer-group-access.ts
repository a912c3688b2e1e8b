import { useMutation, useQueryClient } from "@tanstack/react-query"
import { fetchProgram, programKeys, updateProgram } from "./programs"

export type GroupList = "eligible_customer_group_ids" | "forbidden_customer_group_ids"

export interface GroupAccessChange {
  programId: string
  list: GroupList
  listed: boolean
}

/** Puts a customer group on one of a program's two lists, or takes it off. */
export function useSetGroupAccess(groupId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ programId, list, listed }: GroupAccessChange) => {
      // The list is written as a whole, so it is read just before: what another admin added meanwhile must stay.
      const { affiliate_program } = await fetchProgram(programId)
      const others = affiliate_program[list].filter((id) => id !== groupId)
      return updateProgram(programId, { [list]: listed ? [...others, groupId] : others })
    },
    onSettled: () => client.invalidateQueries({ queryKey: programKeys.all }),
  })
}
