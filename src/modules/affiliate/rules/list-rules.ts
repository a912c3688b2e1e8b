import { z } from "@medusajs/framework/zod"

import type { RuleTerms } from "../../../domain/rules/commission-rule"
import { mostSpecificFirst } from "../../../domain/rules/rule-coverage"
import { ruleWarnings, type RuleWarning } from "../../../domain/rules/rule-warnings"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { integer, statement, text, time } from "../database/row-check"
import { goneIds } from "./known-ids"

/** A living rule of a program. */
export interface RuleRow extends RuleTerms {
  id: string
  program_id: string
  /** 1, 2, 3 …: the rules are tried in this order. */
  rank: number
  /** Its place if the most specific rule came first. */
  suggested_rank: number
  created_at: Date
  updated_at: Date
}

export interface ProgramRules {
  rules: RuleRow[]
  warnings: RuleWarning[]
}

export type StoredRule = Omit<RuleRow, "suggested_rank">

const json = z.record(z.string(), z.unknown())

const LIVING = statement<StoredRule>(
  `
  SELECT id, program_id, name, public_name, rate, conditions, starts_at, ends_at,
         (row_number() OVER (ORDER BY rank, id))::int AS rank, created_at, updated_at
  FROM affiliate_commission_rule WHERE program_id = :program_id AND deleted_at IS NULL ORDER BY rank, id`,
  z.strictObject({
    id: text,
    program_id: text,
    name: text,
    public_name: text.nullable(),
    rate: json,
    conditions: json,
    starts_at: time.nullable(),
    ends_at: time.nullable(),
    rank: integer,
    created_at: time,
    updated_at: time,
  }) as unknown as z.ZodType<StoredRule>
)

const PROGRAM = `SELECT 1 FROM affiliate_program WHERE id = :program_id AND deleted_at IS NULL`

/** The living rules of a program in their order, and what is to be said about them. @throws NOT_FOUND for an unknown program. */
export async function listRules(sql: Sql, program_id: string, given?: Date): Promise<ProgramRules> {
  if ((await rows(sql, PROGRAM, { program_id })).length === 0) throw notFound("Affiliate program", program_id)
  const stored = await livingRules(sql, program_id)
  const places = new Map(mostSpecificFirst(stored).map(({ id }, at) => [id, at + 1]))
  return {
    rules: stored.map((rule) => ({ ...rule, suggested_rank: places.get(rule.id) ?? rule.rank })),
    warnings: ruleWarnings(stored, await goneIds(sql, stored), await timeOf(sql, given)),
  }
}

export const livingRules = (sql: Sql, program_id: string): Promise<StoredRule[]> => rows(sql, LIVING, { program_id })
