/** A month in one currency. `amount` is what is credited; what is withheld stands beside it. */
export interface PeriodTotal {
  currency_code: string
  amount: string
  withheld_amount: string
  expense_amount: string
  affiliate_count: number
  order_count: number
}

/** Two months in one currency. Amounts are what was earned, credited and withheld together. */
export interface PeriodComparison {
  currency_code: string
  expense_amount: string
  amount: string
  previous_expense_amount: string
  previous_amount: string
  difference: string
}
