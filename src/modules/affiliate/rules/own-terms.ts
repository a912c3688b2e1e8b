import { z } from "@medusajs/framework/zod"

import type { CommissionTiers } from "../../../domain/programs/commission-tiers"
import { publicRulesOf, type PublicRule } from "../../../domain/rules/public-terms"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { decimal, statement, text } from "../database/row-check"
import { livingRules } from "./list-rules"

/** What an affiliate's orders earn now. */
export interface OwnTerms {
  /** Of what no rule matches: their own rate, or the program's. */
  commission_percent: string
  /** Whether it is their own rate, which comes before all rules. */
  has_own_rate: boolean
  /** The most that one order earns, by currency; null where there is no limit. */
  order_commission_limits: Record<string, string> | null
  /** What raises the commissions of a month, and the most that its orders earn. */
  commission_tiers: CommissionTiers | null
  affiliate_month_limits: Record<string, string> | null
  new_customer_bonuses: Record<string, string> | null
  /** Null also for whoever has earned already. */
  welcome_bonuses: Record<string, string> | null
  rules: PublicRule[]
}

interface Found extends Omit<OwnTerms, "rules"> {
  id: string
  program_id: string
  group_ids: string[]
}

const AFFILIATE = statement<Found>(
  `
  SELECT affiliate.id, affiliate.program_id, affiliate.commission_percent IS NOT NULL AS has_own_rate,
         coalesce(affiliate.commission_percent, program.commission_percent)::text AS commission_percent, program.order_commission_limits,
         program.commission_tiers, program.affiliate_month_limits, program.new_customer_bonuses,
         CASE WHEN NOT EXISTS (SELECT 1 FROM affiliate_commission WHERE affiliate_id = affiliate.id) THEN program.welcome_bonuses END AS welcome_bonuses,
         ARRAY(SELECT member.group_id FROM affiliate_group_member member WHERE member.affiliate_id = affiliate.id) AS group_ids
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  WHERE affiliate.id = :id AND affiliate.deleted_at IS NULL`,
  z.strictObject({
    id: text,
    program_id: text,
    has_own_rate: z.boolean(),
    commission_percent: decimal,
    order_commission_limits: z.record(text, text).nullable(),
    commission_tiers: z.custom<CommissionTiers>().nullable(),
    affiliate_month_limits: z.record(text, text).nullable(),
    new_customer_bonuses: z.record(text, text).nullable(),
    welcome_bonuses: z.record(text, text).nullable(),
    group_ids: z.array(text),
  })
)

/** @throws NOT_FOUND */
export async function readOwnTerms(sql: Sql, affiliateId: string, now?: Date): Promise<OwnTerms> {
  const [found] = await rows(sql, AFFILIATE, { id: affiliateId })
  if (!found) throw notFound("Affiliate", affiliateId)
  const { id: _id, program_id, group_ids: _groups, ...terms } = found
  const rules = publicRulesOf(found, await livingRules(sql, program_id), await timeOf(sql, now))
  return { ...terms, rules }
}
