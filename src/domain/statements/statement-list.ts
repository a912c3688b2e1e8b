import { withDecimalSign, type DecimalSign } from "../text/csv-format"
import { safeCell } from "../text/safe-cell"
import type { StatementRecipient } from "./statement-head"

/** A statement of a closed month as an accountant books it: its number, whose it is, and its figures. */
export interface NumberedStatement {
  number: string
  period: string
  recipient: StatementRecipient
  currency_code: string
  opening_balance: string
  commissions: string
  adjustments: string
  payouts: string
  closing_balance: string
  /** In no balance. */
  withheld: string
}

const FIGURES = ["opening_balance", "commissions", "adjustments", "payouts", "closing_balance", "withheld"] as const

export const STATEMENT_LIST_HEADER = [
  ...["number", "period", "affiliate_code", "name", "company", "address", "country_code", "tax_id", "currency_code"],
  ...FIGURES,
]

export const statementListRow = (statement: NumberedStatement, sign: DecimalSign = "point"): string[] => {
  const { affiliate_code, name, company, address, country_code, tax_id } = statement.recipient
  const texts = [affiliate_code, name, company, address?.replaceAll("\n", ", "), country_code?.toUpperCase(), tax_id]
  return [
    safeCell(statement.number),
    statement.period,
    ...texts.map((text) => safeCell(text ?? "")),
    statement.currency_code.toUpperCase(),
    ...FIGURES.map((figure) => withDecimalSign(statement[figure], sign)),
  ]
}
