import type { DecimalSign } from "../../domain/text/csv-format"
import type { Statement, StatementLine, StatementSummary } from "../../domain/statements/statement"
import type { Serialized } from "../serialized"
import type { Comparison, ListParams, OneOrMany, PaginatedResponse, TimeFilter } from "./common"

/** An affiliate's month in one currency. */
export type AffiliateStatement = Serialized<StatementSummary>

export type AffiliateStatementLine = Serialized<StatementLine>

export type AffiliateStatementDetail = Serialized<Statement>

/** `GET …/statements` */
export interface AffiliateStatementListParams extends ListParams {
  currency_code?: OneOrMany<string>
  status?: OneOrMany<"open" | "closed">
  period?: Comparison<string>
  issued_at?: TimeFilter
}

export interface AffiliateStatementListResponse extends PaginatedResponse {
  statements: AffiliateStatement[]
}

/** `GET …/statements/2016-04` */
export interface AffiliateStatementParams {
  /** Every currency when absent. */
  currency_code?: string
  /** How a CSV writes amounts: 62.40 (when absent) or 62,40. */
  decimal?: DecimalSign
}

/** The month's statements, one for each currency. */
export interface AffiliateStatementResponse {
  statements: AffiliateStatementDetail[]
}
