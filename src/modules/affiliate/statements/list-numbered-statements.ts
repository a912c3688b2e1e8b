import { z } from "@medusajs/framework/zod"

import { recipientOf, type HeadFacts, type StatementRecipient } from "../../../domain/statements/statement-head"
import type { NumberedStatement } from "../../../domain/statements/statement-list"
import { normalizeStatementSettings } from "../../../domain/statements/statement-settings"
import { rows, type Sql } from "../database/connection"
import { decimal, integer, statement, text } from "../database/row-check"
import { cutOf, periodAfter } from "./bounds"
import { HEAD_FACTS } from "./statement-head"

export interface NumberedQuery {
  program_id: string
  /** `YYYY-MM` */
  period: string
  /** The last one of the page before, as `position`; 0 for the first page. */
  after: number
  limit: number
}

/** With what pages and documents need. */
export interface ListedStatement extends NumberedStatement {
  /** Its number without the prefix. */
  position: number
  affiliate_id: string
}

interface Found extends Omit<NumberedStatement, "number" | "recipient">, Pick<ListedStatement, "position" | "affiliate_id"> {
  issued_prefix: string | null
  /** As it was when the statement was issued; null until then. */
  issued_recipient: StatementRecipient | null
  facts: HeadFacts
}

const round = (figure: string, as: string): string => `affiliate_round(coalesce(${figure}, 0), statement.currency_code)::text AS ${as}`

/** The page is chosen first: figures and facts are looked up for its rows only. */
const NUMBERED = statement<Found>(
  `
  WITH page AS (
    SELECT * FROM affiliate_statement
    WHERE program_id = :program_id AND period = :period AND number > :after ORDER BY number LIMIT :limit
  )
  SELECT statement.number AS position, statement.affiliate_id, statement.period, statement.currency_code,
         statement.issuer ->> 'number_prefix' AS issued_prefix, statement.recipient AS issued_recipient,
         (SELECT to_jsonb(facts) FROM (${HEAD_FACTS("statement.affiliate_id")}) facts) AS facts,
         ${round("statement.opening_balance", "opening_balance")}, ${round("moved.commissions", "commissions")},
         ${round("moved.adjustments", "adjustments")}, ${round("moved.payouts", "payouts")},
         ${round("statement.closing_balance", "closing_balance")}, ${round("line.withheld", "withheld")}
  FROM page statement JOIN affiliate_program program ON program.id = statement.program_id
  CROSS JOIN LATERAL (
    SELECT ${cutOf("program", periodAfter("statement.period", -1))} AS starts_at, ${cutOf("program", "statement.period")} AS ends_at
  ) cut
  CROSS JOIN LATERAL (
    SELECT sum(entry.amount) FILTER (WHERE entry.source_type = 'period_line') AS commissions,
           sum(entry.amount) FILTER (WHERE entry.source_type = 'adjustment') AS adjustments,
           sum(entry.amount) FILTER (WHERE entry.source_type NOT IN ('period_line', 'adjustment')) AS payouts
    FROM affiliate_ledger_entry entry
    WHERE entry.affiliate_id = statement.affiliate_id AND entry.currency_code = statement.currency_code AND entry.account = 'affiliate'
      AND CASE entry.source_type WHEN 'period_line' THEN entry.period = statement.period
          ELSE entry.occurred_at >= cut.starts_at AND entry.occurred_at < cut.ends_at END
  ) moved
  CROSS JOIN LATERAL (
    SELECT sum(line.amount) AS withheld
    FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    WHERE period.program_id = statement.program_id AND period.period = statement.period AND line.affiliate_id = statement.affiliate_id
      AND line.currency_code = statement.currency_code AND line.outcome = 'withheld'
  ) line
  ORDER BY statement.number`,
  z.strictObject({
    position: integer,
    affiliate_id: text,
    period: text,
    currency_code: text,
    issued_prefix: text.nullable(),
    issued_recipient: z.custom<StatementRecipient>().nullable(),
    facts: z.custom<HeadFacts>(),
    opening_balance: decimal,
    commissions: decimal,
    adjustments: decimal,
    payouts: decimal,
    closing_balance: decimal,
    withheld: decimal,
  })
)

/** One page, by number, of a closed month's statements of all affiliates of a program. One that was issued names its affiliate as it did then. */
export async function listNumberedStatements(sql: Sql, query: NumberedQuery): Promise<ListedStatement[]> {
  const found = await rows(sql, NUMBERED, { ...query })
  return found.map(({ issued_prefix, issued_recipient, facts, ...figures }) => {
    const statement_settings = normalizeStatementSettings(facts.statement_settings)
    const number = `${issued_prefix ?? statement_settings.number_prefix}${figures.position}`
    return { ...figures, number, recipient: issued_recipient ?? recipientOf({ ...facts, statement_settings }) }
  })
}
