import type { RuleInput, RuleTerms } from "../../../domain/rules/commission-rule"
import type { Database } from "../database/database"
import type { Change } from "../database/undo-change"
import { listRules, type ProgramRules } from "./list-rules"
import { readOwnTerms, type OwnTerms } from "./own-terms"
import { publicNamesOf } from "./public-names"
import { tryRules, type RuleTrial, type RuleTrialResult } from "./try-rules"
import { bringBackRule, createRule, orderRules, removeRule, restoreOrder, restoreRule, updateRule } from "./write-rules"

/** The commission rules of programs. Every write is one transaction. */
export const rules = (db: Database) => ({
  /** The living rules of a program in their order, and what is to be said about them. @throws NOT_FOUND for an unknown program. */
  list(programId: string, now?: Date): Promise<ProgramRules> {
    return listRules(db.sql, programId, now)
  },

  /** What an affiliate may read of the rules that can match their orders now. @throws NOT_FOUND */
  retrieveOwnTerms(affiliateId: string, now?: Date): Promise<OwnTerms> {
    return readOwnTerms(db.sql, affiliateId, now)
  },

  /** The public names of the rules behind commissions, by the commissions' ids. */
  listPublicNames(commissionIds: string[]): Promise<Map<string, string[]>> {
    return publicNamesOf(db.sql, commissionIds)
  },

  /** Which rule a line would follow, and why not the ones above it. @throws NOT_FOUND naming the field. */
  try(programId: string, trial: RuleTrial): Promise<RuleTrialResult> {
    return tryRules(db.sql, programId, trial)
  },

  /** @returns the new rule's id. @throws InvalidInput naming the wrong field, NOT_FOUND for the program. */
  create(programId: string, input: RuleInput): Promise<string> {
    return db.transaction((sql) => createRule(sql, programId, input))
  },

  /** @throws InvalidInput naming the wrong field, NOT_FOUND. */
  update(programId: string, id: string, input: RuleInput): Promise<Change<RuleTerms>> {
    return db.transaction((sql) => updateRule(sql, programId, id, input))
  },

  /** Undoes `update`, and nothing that others have changed since. */
  restore(programId: string, id: string, change: Change<RuleTerms>): Promise<void> {
    return db.transaction((sql) => restoreRule(sql, programId, id, change))
  },

  /** Deletes a rule; orders that were placed before keep it. Undoes `create`. @throws NOT_FOUND */
  remove(programId: string, id: string): Promise<void> {
    return db.transaction((sql) => removeRule(sql, programId, id))
  },

  /** Undoes `remove`. */
  bringBack(programId: string, id: string): Promise<void> {
    return db.transaction((sql) => bringBackRule(sql, programId, id))
  },

  /** Puts all rules of a program into a new order. @returns the order before. @throws InvalidInput naming `ids`. */
  order(programId: string, ids: string[]): Promise<string[]> {
    return db.transaction((sql) => orderRules(sql, programId, ids))
  },

  /** Undoes `order`. */
  restoreOrder(programId: string, ids: string[]): Promise<void> {
    return db.transaction((sql) => restoreOrder(sql, programId, ids))
  },
})
