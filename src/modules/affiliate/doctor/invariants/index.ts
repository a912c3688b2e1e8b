import type { InvariantId } from "../../../../domain/doctor/invariants"
import { BALANCES } from "./balances"
import { CLICK_TOTALS } from "./click-totals"
import { CLOSES } from "./closes"
import { DECISIONS } from "./decisions"
import { DELETED_ROWS } from "./deleted-rows"
import { ENTRIES_BALANCED } from "./entries-balanced"
import { ENTRY_SOURCES } from "./entry-sources"
import { MISSING_GUARDS } from "./guards"
import { LINE_RATES } from "./line-rates"
import { MONTHS } from "./months"
import { ONE_CLOSE } from "./one-close"
import { ORPHANS } from "./orphans"
import { PAYOUTS_ANSWERED } from "./payouts-answered"
import { PERIOD_COMMISSIONS } from "./period-commissions"
import { PERIOD_TOTALS_KEPT } from "./period-totals"
import { PROMO_CODES } from "./promo-codes"
import { QUARANTINE } from "./quarantine"
import { QUARTER_HOUR_TOTALS_KEPT } from "./quarter-hour-totals"
import { SEQUENCES } from "./sequences"
import { STATEMENT_BALANCES } from "./statement-balances"
import { STATEMENT_NUMBERS } from "./statement-numbers"
import { STORE_REFERENCES } from "./store-references"
import { TERMS } from "./terms"
import { UNDECIDED } from "./undecided"

/**
 * One statement per invariant; its rows are the exceptions: `problem`, ids, `expected`, `found`. They may use `:now`. Each reads whole tables
 * once, by hash or along an index, and none looks up row by row without an index.
 */
export const EXCEPTIONS: Record<Exclude<InvariantId, "orders_worth" | "time_zones">, string> = {
  undecided: UNDECIDED,
  quarantine: QUARANTINE,
  decisions: DECISIONS,
  terms: TERMS,
  line_rates: LINE_RATES,
  sequences: SEQUENCES,
  one_close: ONE_CLOSE,
  closes: CLOSES,
  period_commissions: PERIOD_COMMISSIONS,
  months: MONTHS,
  entries_balanced: ENTRIES_BALANCED,
  entry_sources: ENTRY_SOURCES,
  balances: BALANCES,
  payouts_answered: PAYOUTS_ANSWERED,
  statement_numbers: STATEMENT_NUMBERS,
  statement_balances: STATEMENT_BALANCES,
  promo_codes: PROMO_CODES,
  store_references: STORE_REFERENCES,
  click_totals: CLICK_TOTALS,
  period_totals: PERIOD_TOTALS_KEPT,
  quarter_hours: QUARTER_HOUR_TOTALS_KEPT,
  orphans: ORPHANS,
  deleted_rows: DELETED_ROWS,
  guards: MISSING_GUARDS,
}

export { NEXT_ORDER, ORDERS_WORTH, ORDERS_WORTH_PAGE } from "./orders-worth"
