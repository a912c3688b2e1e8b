import type { BillingDetails } from "../../domain/affiliates/billing-details"
import type { StatementHead } from "../../domain/statements/statement-head"
import type { IssuedStatement, Statement, StatementSummary } from "../../domain/statements/statement"
import { changeBillingDetails, readBillingDetails } from "./affiliates/billing-details"
import { inTransaction } from "./database/transaction"
import { issueStatement, type StatementToIssue } from "./statements/issue-statement"
import type { PageOf, PageRequest } from "./database/page"
import { readStatementHead } from "./statements/statement-head"
import { readStatementLines } from "./statements/statement-lines"
import { readStatements, readStatementsOf, type StatementFilters } from "./statements/list-statements"
import { AffiliatePeriodWrites } from "./service-periods"

/** What an affiliate earned and was paid, month by month, and the document of it. */
export abstract class AffiliateStatements extends AffiliatePeriodWrites {
  /** An affiliate's statements, newest month first. */
  readStatements(filters: StatementFilters, page: PageRequest): Promise<PageOf<StatementSummary>> {
    return readStatements(this.sql_, filters, page)
  }

  /** The statements of one month with their lines, by currency. Sums and lines are of one instant. */
  readStatementsOf(asked: StatementFilters & { period: string }): Promise<Statement[]> {
    return this.sql_.transaction(
      async (snapshot) => {
        const summaries = await readStatementsOf(snapshot, asked)
        const lines = summaries.length === 0 ? [] : await readStatementLines(snapshot, asked)
        return summaries.map((summary) => ({
          ...summary,
          lines: lines.filter(({ currency_code }) => currency_code === summary.currency_code),
        }))
      },
      { isolationLevel: "repeatable read", readOnly: true }
    )
  }

  /**
   * The statement of a closed month as a document, with the number it was given when it was first asked for.
   *
   * @throws InvalidInput naming `period` while it or an earlier month is open, NOT_FOUND where there is no such statement.
   */
  issueStatement(asked: StatementToIssue): Promise<IssuedStatement> {
    return inTransaction(this.repository_, (sql) => issueStatement(sql, asked))
  }

  /** What a statement issued now would carry at its head. @throws NOT_FOUND */
  readStatementHead(affiliateId: string): Promise<StatementHead> {
    return readStatementHead(this.sql_, affiliateId)
  }

  /** @throws NOT_FOUND */
  readBillingDetails(affiliateId: string): Promise<BillingDetails> {
    return readBillingDetails(this.sql_, affiliateId)
  }

  /** @returns the details before and after. @throws InvalidInput naming the field, NOT_FOUND. */
  changeBillingDetails(affiliateId: string, input: Record<string, unknown>): Promise<{ before: BillingDetails; after: BillingDetails }> {
    return inTransaction(this.repository_, (sql) => changeBillingDetails(sql, affiliateId, input))
  }
}
