import { useMutation, useQueryClient } from "@tanstack/react-query"
import { fetchProgram, programKeys, updateProgram } from "./programs"

export type GroupList = "eligible_customer_group_ids" | "forbidden_customer_group_ids"

export interface GroupAccessChange {
  programId: string
  list: GroupList
  listed: boolean
}

/** Adds a customer group to one of a program's two lists, or removes it. */
export function useSetGroupAccess(groupId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ programId, list, listed }: GroupAccessChange) => {
      // The API replaces the whole list, so read it first: otherwise a group that another admin has just added would be lost.
      const { affiliate_program } = await fetchProgram(programId)
      const others = affiliate_program[list].filter((id) => id !== groupId)
      return updateProgram(programId, { [list]: listed ? [...others, groupId] : others })
    },
    onSettled: () => client.invalidateQueries({ queryKey: programKeys.all }),
  })
}
