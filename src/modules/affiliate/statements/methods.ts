import type { IssuedStatement, Statement, StatementSummary } from "../../../domain/statements/statement"
import type { StatementHead } from "../../../domain/statements/statement-head"
import type { Sql } from "../database/connection"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { countUnsentStatements } from "./count-unsent"
import { issueStatement, type StatementToIssue } from "./issue-statement"
import { numberStatements } from "./number-statements"
import { listNumberedStatements, type ListedStatement, type NumberedQuery } from "./list-numbered-statements"
import { listStatements, listStatementsOfPeriod, type StatementFilters, type StatementQuery } from "./list-statements"
import { readStatementHead } from "./statement-head"
import { readStatementLines } from "./statement-lines"

/** What an affiliate earned and was paid, period by period, and the document of it. */
export const statements = (db: Database) => ({
  /** An affiliate's statements, newest period first. */
  list(filters: StatementFilters, page: PageRequest): Promise<PageOf<StatementSummary>> {
    return listStatements(db.sql, filters, page)
  },

  /** The statements of one period with their lines, by currency. Sums and lines are of one instant. */
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

  /** One page, by number, of a closed month's statements of all affiliates of a program. */
  listNumbered(query: NumberedQuery): Promise<ListedStatement[]> {
    return listNumberedStatements(db.sql, query)
  },

  /** How many statements of a closed month no affiliate was sent. */
  countUnsent(month: { program_id: string; period: string }): Promise<number> {
    return countUnsentStatements(db.sql, month)
  },

  /**
   * The statement of a closed period as a document. Its head is stored at its first issue.
   *
   * @throws InvalidInput naming `period` while it or an earlier period is open, NOT_FOUND where there is no such statement.
   */
  issue(statement: StatementToIssue): Promise<IssuedStatement> {
    return db.transaction((sql) => issueStatement(sql, statement))
  },

  /** Gives the statements of periods that are being closed their numbers, inside the transaction of the close. */
  number(sql: Sql, programId: string, periods: string[]): Promise<void> {
    return numberStatements(sql, programId, periods)
  },

  /** The head of a statement that is issued now. @throws NOT_FOUND */
  retrieveHead(affiliateId: string): Promise<StatementHead> {
    return readStatementHead(db.sql, affiliateId)
  },
})
