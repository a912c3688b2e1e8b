import type { Database } from "../../database/database"
import type { PageOf, PageRequest } from "../../database/page"
import type { Change } from "../../database/undo-change"
import { changeMembers, restoreMembers, type ChangedMembers, type MembersChange } from "./change-members"
import { deleteGroup, restoreGroup } from "./delete-group"
import { listGroups, type GroupFilters, type GroupRow } from "./list-groups"
import { createGroup, renameGroup, restoreGroupName, type NewGroup } from "./write-group"

/** Groups of affiliates. Every write is one transaction. */
export const groups = (db: Database) => ({
  list(filters: GroupFilters, page: PageRequest): Promise<PageOf<GroupRow>> {
    return listGroups(db.sql, filters, page)
  },

  /** @returns the group's id. @throws InvalidInput naming `name`. */
  create(group: NewGroup): Promise<string> {
    return db.transaction((sql) => createGroup(sql, group))
  },

  /** @returns the name before and after. @throws InvalidInput naming `name`, NOT_FOUND. */
  rename(id: string, name: string): Promise<Change<string>> {
    return db.transaction((sql) => renameGroup(sql, id, name))
  },

  /** Undoes `rename`. */
  restoreName(id: string, change: Change<string>): Promise<void> {
    return db.transaction((sql) => restoreGroupName(sql, id, change))
  },

  /** @returns who was in it. @throws NOT_FOUND */
  delete(id: string): Promise<string[]> {
    return db.transaction((sql) => deleteGroup(sql, id))
  },

  /** Undoes `delete`. */
  restore(id: string, affiliateIds: string[]): Promise<void> {
    return db.transaction((sql) => restoreGroup(sql, id, affiliateIds))
  },

  /** Adds and removes affiliates. @returns who came and who left. @throws InvalidInput naming the field, NOT_FOUND. */
  changeMembers(change: MembersChange): Promise<ChangedMembers> {
    return db.transaction((sql) => changeMembers(sql, change))
  },

  /** Undoes `changeMembers`. */
  restoreMembers(groupId: string, changed: ChangedMembers): Promise<void> {
    return db.transaction((sql) => restoreMembers(sql, groupId, changed))
  },
})
