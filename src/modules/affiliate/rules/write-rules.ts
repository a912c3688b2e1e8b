import { generateEntityId } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../domain/errors"
import { normalizeRule, type RuleInput, type RuleTerms } from "../../../domain/rules/commission-rule"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { undoChange, type Change } from "../database/undo-change"
import { requireKnownIds } from "./known-ids"
import { livingRules, type StoredRule } from "./list-rules"

/** More than anybody can keep apart. */
const MOST_RULES = 1000

/** Everything that changes a program's rules waits here for the others, so that two admins do not give one place to two rules. */
const LOCK = `SELECT 1 FROM affiliate_program WHERE id = :program_id AND deleted_at IS NULL FOR NO KEY UPDATE`

const INSERT = `
  INSERT INTO affiliate_commission_rule (id, program_id, name, public_name, rate, conditions, starts_at, ends_at, rank)
  SELECT :id, :program_id, :name, :public_name, :rate::jsonb, :conditions::jsonb, :starts_at::timestamptz, :ends_at::timestamptz,
         coalesce(max(rank), 0) + 1
  FROM affiliate_commission_rule WHERE program_id = :program_id AND deleted_at IS NULL`

const UPDATE = `
  UPDATE affiliate_commission_rule
  SET name = :name, public_name = :public_name, rate = :rate::jsonb, conditions = :conditions::jsonb, starts_at = :starts_at::timestamptz,
      ends_at = :ends_at::timestamptz, updated_at = now()
  WHERE id = :id`

const REMOVE = `UPDATE affiliate_commission_rule SET deleted_at = now(), updated_at = now() WHERE id = :id AND deleted_at IS NULL`

const RESTORE = `UPDATE affiliate_commission_rule SET deleted_at = NULL, updated_at = now() WHERE id = :id`

const RANK = `
  UPDATE affiliate_commission_rule rule SET rank = place.rank, updated_at = now()
  FROM unnest(:ids::text[]) WITH ORDINALITY AS place(id, rank) WHERE rule.id = place.id AND rule.rank <> place.rank`

/** A new rule, tried after those that are there. @returns its id. @throws InvalidInput naming the wrong field, NOT_FOUND for the program. */
export async function createRule(sql: Sql, program_id: string, input: RuleInput): Promise<string> {
  const rules = await lockRules(sql, program_id)
  const rule = normalizeRule(input)
  if (rules.length >= MOST_RULES) throw new InvalidInput("name", `the program has ${MOST_RULES} rules already: delete one first`)
  await requireKnownIds(sql, program_id, rule)
  const id = generateEntityId(undefined, "affrule")
  await rows(sql, INSERT, { id, program_id, ...columnsOf(rule) })
  return id
}

/** @returns the rule before and after. @throws InvalidInput naming the wrong field, NOT_FOUND. */
export async function updateRule(sql: Sql, program_id: string, id: string, input: RuleInput): Promise<Change<RuleTerms>> {
  const before = termsOf(requireRule(await lockRules(sql, program_id), id))
  const after = normalizeRule(input, before)
  await requireKnownIds(sql, program_id, after, before)
  await rows(sql, UPDATE, { id, ...columnsOf(after) })
  return { before, after }
}

/** Undoes `updateRule`, and nothing that others have changed since. */
export async function restoreRule(sql: Sql, program_id: string, id: string, change: Change<RuleTerms>): Promise<void> {
  const found = (await lockRules(sql, program_id)).find((rule) => rule.id === id)
  if (found) await rows(sql, UPDATE, { id, ...columnsOf(undoChange(termsOf(found), change)) })
}

/** Orders that were placed before keep it. @throws NOT_FOUND */
export async function removeRule(sql: Sql, program_id: string, id: string): Promise<void> {
  requireRule(await lockRules(sql, program_id), id)
  await rows(sql, REMOVE, { id })
}

/** Undoes `removeRule`. The rule has its place again, as long as nobody has ordered the others anew. */
export async function bringBackRule(sql: Sql, program_id: string, id: string): Promise<void> {
  await lockRules(sql, program_id)
  await rows(sql, RESTORE, { id })
}

/**
 * The rules in a new order: all that the program has, each once.
 *
 * @returns the ids in the order before. @throws InvalidInput naming `ids`, NOT_FOUND for the program.
 */
export async function orderRules(sql: Sql, program_id: string, ids: string[]): Promise<string[]> {
  const before = (await lockRules(sql, program_id)).map(({ id }) => id)
  const strange = ids.find((id) => !before.includes(id))
  if (strange !== undefined) throw new InvalidInput("ids", `${strange.slice(0, 100)} is no rule of this program`)
  const missing = before.filter((id) => !ids.includes(id))
  if (missing.length > 0) throw new InvalidInput("ids", `must name every rule of the program; ${missing.join(", ")} is missing`)
  if (ids.length > before.length) throw new InvalidInput("ids", "must name each rule once")
  await rows(sql, RANK, { ids })
  return before
}

/** Undoes `orderRules`. Rules that were made since come last. */
export async function restoreOrder(sql: Sql, program_id: string, ids: string[]): Promise<void> {
  const present = (await lockRules(sql, program_id)).map(({ id }) => id)
  const kept = ids.filter((id) => present.includes(id))
  await rows(sql, RANK, { ids: [...kept, ...present.filter((id) => !kept.includes(id))] })
}

async function lockRules(sql: Sql, program_id: string): Promise<StoredRule[]> {
  if ((await rows(sql, LOCK, { program_id })).length === 0) throw notFound("Affiliate program", program_id)
  return livingRules(sql, program_id)
}

function requireRule(rules: StoredRule[], id: string): StoredRule {
  const found = rules.find((rule) => rule.id === id)
  if (!found) throw notFound("Commission rule", id)
  return found
}

const termsOf = ({ name, public_name, rate, conditions, starts_at, ends_at }: RuleTerms): RuleTerms => ({
  name,
  public_name,
  rate,
  conditions,
  starts_at,
  ends_at,
})

const columnsOf = (rule: RuleTerms): Record<string, unknown> => ({
  ...rule,
  rate: JSON.stringify(rule.rate),
  conditions: JSON.stringify(rule.conditions),
})
