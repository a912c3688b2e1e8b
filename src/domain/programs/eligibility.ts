/** Whether a customer may join: an empty list lets everybody in, otherwise one shared group is enough (BILLmanager's "Client group"). */
export const mayJoin = (eligibleGroupIds: string[], customerGroupIds: string[]): boolean =>
  eligibleGroupIds.length === 0 || eligibleGroupIds.some((id) => customerGroupIds.includes(id))
