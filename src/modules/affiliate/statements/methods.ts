import type { IssuedStatement, Statement, StatementSummary } from "../../../domain/statements/statement"
import type { StatementHead } from "../../../domain/statements/statement-head"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { issueStatement, type StatementToIssue } from "./issue-statement"
import { listStatements, listStatementsOfPeriod, type StatementFilters, type StatementQuery } from "./list-statements"
import { readStatementHead } from "./statement-head"
import { readStatementLines } from "./statement-lines"

/** What an affiliate earned and was paid, month by month, and the document of it. */
export const statements = (db: Database) => ({
  /** An affiliate's statements, newest month first. */
  list(filters: StatementFilters, page: PageRequest): Promise<PageOf<StatementSummary>> {
    return listStatements(db.sql, filters, page)
  },

  /** The statements of one month with their lines, by currency. Sums and lines are of one instant. */
  listOfPeriod(query: StatementQuery): Promise<Statement[]> {
    return db.sql.transaction(
      async (snapshot) => {
        const summaries = await listStatementsOfPeriod(snapshot, query)
        const lines = summaries.length === 0 ? [] : await readStatementLines(snapshot, query)
        return summaries.map((summary) => ({
          ...summary,
          lines: lines.filter(({ currency_code }) => currency_code === summary.currency_code),
        }))
      },
      { isolationLevel: "repeatable read", readOnly: true }
    )
  },

  /**
   * The statement of a closed month as a document, with the number it was given when it was first asked for.
   *
   * @throws InvalidInput naming `period` while it or an earlier month is open, NOT_FOUND where there is no such statement.
   */
  issue(statement: StatementToIssue): Promise<IssuedStatement> {
    return db.transaction((sql) => issueStatement(sql, statement))
  },

  /** What a statement issued now would carry at its head. @throws NOT_FOUND */
  retrieveHead(affiliateId: string): Promise<StatementHead> {
    return readStatementHead(db.sql, affiliateId)
  },
})
