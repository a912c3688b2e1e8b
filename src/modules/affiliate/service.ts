import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { DAL, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"

import { affiliates } from "./affiliates/methods"
import { agreements } from "./agreements/methods"
import { attribution } from "./attribution/methods"
import { clicks } from "./clicks/methods"
import { tokenKeys } from "./clicks/token-keys"
import { commissions } from "./commissions/methods"
import { timeOf } from "./database/clock"
import { openDatabase, type Database } from "./database/database"
import { doctor } from "./doctor/methods"
import { dataExports } from "./exports/methods"
import { dataImports } from "./imports/methods"
import { invitations } from "./invitations/methods"
import { joinerConfig } from "./joiner-config"
import { ledger } from "./ledger/methods"
import * as models from "./models"
import { notifications } from "./notifications/methods"
import { parseOptions } from "./options"
import { orders } from "./orders/methods"
import { payouts } from "./payouts/methods"
import { PAYOUT_METHODS, type PayoutMethods } from "./payouts/providers/methods"
import { periods } from "./periods/methods"
import { programs } from "./programs/methods"
import { promoCodes } from "./promo-codes/methods"
import { referrals } from "./referrals/methods"
import { rules } from "./rules/methods"
import { statements } from "./statements/methods"
import { statistics } from "./statistics/methods"
import { store } from "./store/methods"

interface Dependencies {
  baseRepository: DAL.RepositoryService<SqlEntityManager>
  logger: Logger
  [PAYOUT_METHODS]: PayoutMethods
}

/**
 * The module's face: each noun of the program is a property, `affiliate.payouts.settle(…)`, and its methods are listed in the noun's
 * `methods.ts`. Medusa's generated `listX` and `retrieveX` read the tables for Query.
 */
export default class AffiliateModuleService extends MedusaService(models) {
  readonly options: ReturnType<typeof parseOptions>
  protected readonly database_: Database

  readonly programs: ReturnType<typeof programs>
  readonly rules: ReturnType<typeof rules>
  readonly affiliates: ReturnType<typeof affiliates>
  readonly invitations: ReturnType<typeof invitations>
  readonly promoCodes: ReturnType<typeof promoCodes>
  readonly clicks: ReturnType<typeof clicks>
  readonly attribution: ReturnType<typeof attribution>
  readonly referrals: ReturnType<typeof referrals>
  readonly orders: ReturnType<typeof orders>
  readonly commissions: ReturnType<typeof commissions>
  readonly periods: ReturnType<typeof periods>
  readonly ledger: ReturnType<typeof ledger>
  readonly payouts: ReturnType<typeof payouts>
  readonly agreements: ReturnType<typeof agreements>
  readonly statements: ReturnType<typeof statements>
  readonly doctor: ReturnType<typeof doctor>
  readonly notifications: ReturnType<typeof notifications>
  readonly statistics: ReturnType<typeof statistics>
  readonly store: ReturnType<typeof store>
  readonly exports: ReturnType<typeof dataExports>
  readonly imports: ReturnType<typeof dataImports>

  constructor(dependencies: Dependencies, options?: Record<string, unknown>) {
    // eslint-disable-next-line prefer-rest-params -- MedusaService reads its dependencies from the arguments.
    super(...arguments)
    const { baseRepository, logger } = dependencies
    const db = (this.database_ = openDatabase(baseRepository))
    const keys = () => tokenKeys(this.options)

    this.options = parseOptions(options)
    const retentionMonths = () => this.options.click_retention_months
    this.clicks = clicks(db, keys, retentionMonths, (error) => {
      logger.error(`affiliate: a click was not recorded: ${String(error)}`)
    })
    this.programs = programs(db, () => {
      this.clicks.forgetPrograms()
    })
    this.rules = rules(db)
    this.affiliates = affiliates(db)
    this.invitations = invitations(db)
    this.promoCodes = promoCodes(db)
    this.attribution = attribution(db, keys)
    this.orders = orders(db, logger)
    this.referrals = referrals(db, keys, this.orders)
    this.commissions = commissions(db)
    this.periods = periods(db, (sql, programId, closed) => this.statements.number(sql, programId, closed))
    this.ledger = ledger(db)
    this.payouts = payouts(db, () => dependencies[PAYOUT_METHODS])
    this.agreements = agreements(db)
    this.statements = statements(db)
    this.doctor = doctor(db)
    this.notifications = notifications(db)
    this.statistics = statistics(db)
    this.store = store(db)
    this.exports = dataExports(db)
    this.imports = dataImports(db)
  }

  /** The database's clock: the only one that all servers of a store share. */
  now(): Promise<Date> {
    return timeOf(this.database_.sql)
  }

  // eslint-disable-next-line @medusajs/service-methods-must-be-async -- Medusa calls it while it loads modules, and does not await it.
  __joinerConfig() {
    return joinerConfig()
  }
}
