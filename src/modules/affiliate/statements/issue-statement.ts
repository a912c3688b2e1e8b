import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../domain/errors"
import type { StatementHead } from "../../../domain/statements/statement-head"
import type { IssuedStatement } from "../../../domain/statements/statement"
import { readStatementHead } from "./statement-head"
import { readStatementLines } from "./statement-lines"
import { firstOpenPeriod, listStatementsOfPeriod } from "./list-statements"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"

export interface StatementToIssue {
  affiliate_id: string
  /** `YYYY-MM` */
  period: string
  currency_code: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

const ISSUED = `
  SELECT issuer, recipient, agreement_version, agreement_text_hash FROM affiliate_statement
  WHERE affiliate_id = :affiliate_id AND period = :period AND currency_code = :currency_code AND issued_at IS NOT NULL`

interface IssuedRow extends Omit<StatementHead, "agreement"> {
  agreement_version: number | null
  agreement_text_hash: string | null
}

/** The close has given it a number. */
const ISSUE_NUMBERED = `
  UPDATE affiliate_statement
  SET issuer = :issuer::jsonb, recipient = :recipient::jsonb, agreement_version = :version::int, agreement_text_hash = :text_hash::text,
      issued_at = :now, updated_at = :now
  WHERE affiliate_id = :affiliate_id AND period = :period AND currency_code = :currency_code
  RETURNING id`

/**
 * The program's row, so that its numbers are given one by one, and the affiliate's, so that postings to the account finish first. The order
 * is that of a close, so that the two do not deadlock.
 */
const LOCKS = [
  `SELECT 1 FROM affiliate_program WHERE id = (SELECT program_id FROM affiliate WHERE id = :affiliate_id) FOR UPDATE`,
  `SELECT 1 FROM affiliate WHERE id = :affiliate_id FOR UPDATE`,
]

/** A statement that came to be after the close gets the program's next number. */
const ISSUE = `
  INSERT INTO affiliate_statement (id, program_id, affiliate_id, period, currency_code, number, opening_balance, closing_balance, issuer,
                                   recipient, agreement_version, agreement_text_hash, issued_at)
  SELECT :id, affiliate.program_id, affiliate.id, :period, :currency_code,
         (SELECT coalesce(max(statement.number), 0) + 1 FROM affiliate_statement statement
          WHERE statement.program_id = affiliate.program_id),
         :opening_balance::numeric, :closing_balance::numeric, :issuer::jsonb, :recipient::jsonb, :version::int, :text_hash::text, :now
  FROM affiliate WHERE affiliate.id = :affiliate_id`

/**
 * The statement of a closed period as a document. The first call stores its head; every later one finds it. Its number is the one that the
 * close gave it. Runs inside the caller's transaction, so a number given here to a document that could not be made leaves no gap.
 *
 * @throws InvalidInput naming `period` while it or an earlier period is open, NOT_FOUND where there is no such statement.
 */
export async function issueStatement(sql: Sql, query: StatementToIssue): Promise<IssuedStatement> {
  const head = (await issuedHead(sql, query)) ?? (await issueFirst(sql, query))
  const { number, issued_at, ...summary } = await requireSummary(sql, query)
  if (number === null || issued_at === null) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The statement was not issued")
  return { ...summary, number, issued_at, lines: await readStatementLines(sql, query), ...head }
}

async function issueFirst(sql: Sql, query: StatementToIssue): Promise<StatementHead> {
  const { affiliate_id, period, currency_code } = query
  for (const lock of LOCKS) await rows(sql, lock, { affiliate_id })
  const issued = await issuedHead(sql, query)
  if (issued) return issued

  const { status, opening_balance, closing_balance } = await requireSummary(sql, query)
  const open = status === "open" ? period : await firstOpenPeriod(sql, affiliate_id, period)
  if (open !== null) {
    throw new InvalidInput("period", `${open} has not been closed yet; until then the figures of ${period} are to be had as JSON and CSV`)
  }
  const head = await readStatementHead(sql, affiliate_id)
  const { issuer, recipient, agreement } = head
  const written = {
    ...{ affiliate_id, period, currency_code, issuer: JSON.stringify(issuer), recipient: JSON.stringify(recipient) },
    ...{ version: agreement?.version ?? null, text_hash: agreement?.text_hash ?? null, now: await timeOf(sql, query.now) },
  }
  const [numbered] = await rows(sql, ISSUE_NUMBERED, written)
  if (!numbered) await rows(sql, ISSUE, { ...written, id: generateEntityId(undefined, "affstm"), opening_balance, closing_balance })
  return head
}

async function issuedHead(sql: Sql, query: StatementToIssue): Promise<StatementHead | null> {
  const [issued] = await rows<IssuedRow>(sql, ISSUED, { ...query })
  if (!issued) return null
  const { issuer, recipient, agreement_version: version, agreement_text_hash: text_hash } = issued
  return { issuer, recipient, agreement: version === null || text_hash === null ? null : { version, text_hash } }
}

async function requireSummary(sql: Sql, query: StatementToIssue) {
  const [summary] = await listStatementsOfPeriod(sql, query)
  if (!summary) throw notFound(query)
  return summary
}

const notFound = ({ affiliate_id, period, currency_code }: StatementToIssue): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate ${affiliate_id} has no statement of ${period} in ${currency_code.toUpperCase()}`)
