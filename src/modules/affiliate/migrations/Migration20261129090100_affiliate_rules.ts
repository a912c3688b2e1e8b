import { Migration } from "@medusajs/framework/mikro-orm/migrations"

import { agreementRules } from "./sql/agreement-rules"
import { amounts } from "./sql/amounts"
import { clickMonths } from "./sql/click-months"
import { clickTotals } from "./sql/click-totals"
import { clicks } from "./sql/clicks"
import { commissionRules } from "./sql/commission-rules"
import { deletedAtIndexes } from "./sql/deleted-at-indexes"
import { functions } from "./sql/functions"
import { history } from "./sql/history"
import { knownEmails } from "./sql/known-emails"
import { ledgerRules } from "./sql/ledger-rules"
import { payoutRules } from "./sql/payout-rules"
import { peopleRules } from "./sql/people-rules"
import { periodTotals } from "./sql/period-totals"
import { quarterHours } from "./sql/quarter-hours"
import { statementRules } from "./sql/statement-rules"

/** In an order in which each needs only those before it; `down` takes them back in the opposite order. */
const RULES = [
  functions,
  amounts,
  deletedAtIndexes,
  ledgerRules,
  history,
  commissionRules,
  payoutRules,
  agreementRules,
  statementRules,
  knownEmails,
  clicks,
  clickTotals,
  clickMonths,
  peopleRules,
  periodTotals,
  quarterHours,
]

/**
 * What the data model language cannot say, written by hand: exact numeric columns, functions, checks, foreign keys, triggers and the
 * history of settings. The SQL is in `sql/`: Medusa runs only files that lie in `migrations/` itself as migrations.
 */
export class Migration20261129090100_affiliate_rules extends Migration {
  override async up(): Promise<void> {
    for (const statement of RULES.flatMap(({ up }) => up)) this.addSql(statement)
  }

  override async down(): Promise<void> {
    for (const statement of [...RULES].reverse().flatMap(({ down }) => down)) this.addSql(statement)
  }
}
