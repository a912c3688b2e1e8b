/** Columns that are `model.text()` in the models, because `model.bigNumber()` would add a second column of JSON for each of them. */
const NUMERIC = {
  affiliate_program: ["commission_percent", "customer_discount_percent", "margin_guard_percent"],
  affiliate: ["commission_percent"],
  affiliate_invitation: ["commission_percent"],
  affiliate_attribution: ["rate_percent", "margin_guard_percent"],
  affiliate_commission: ["expense_amount", "rate_percent", "amount"],
  affiliate_period_commission: ["amount", "base_amount", "measured", "threshold", "raise_percent"],
  affiliate_period_line: ["expense_amount", "amount"],
  affiliate_ledger_entry: ["amount"],
  affiliate_adjustment: ["amount"],
  affiliate_payout: ["amount"],
  affiliate_statement: ["opening_balance", "closing_balance"],
}

/** Amounts with exactly the digits of their currency. NaN and infinity are refused too. */
const ROUNDED = [
  ["affiliate_commission", "amount"],
  ["affiliate_commission", "expense_amount"],
  ["affiliate_period_commission", "amount"],
  ["affiliate_ledger_entry", "amount"],
  ["affiliate_adjustment", "amount"],
] as const

const convert = (type: "numeric" | "text"): string[] =>
  Object.entries(NUMERIC).map(([table, columns]) => {
    const conversions = columns.map((column) => `alter column "${column}" type ${type} using "${column}"::${type}`)
    return `alter table "${table}" ${conversions.join(", ")}`
  })

/** Exact amounts and percentages. */
export const amounts = {
  up: [
    ...convert("numeric"),
    ...ROUNDED.map(
      ([table, column]) => `alter table "${table}" add constraint "CK_${table}_${column}_is_rounded"
        check ("${column}" = affiliate_round("${column}", currency_code) and abs("${column}") < 'infinity')`
    ),
  ],
  down: [
    ...ROUNDED.map(([table, column]) => `alter table "${table}" drop constraint "CK_${table}_${column}_is_rounded"`),
    ...convert("text"),
  ],
}
