import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import type { IssuedStatement } from "../../domain/statements/statement"
import { affiliateModule } from "../utils/affiliate-module"
import { withMedusaErrors } from "../utils/to-medusa-error"

export interface StatementsRequest {
  affiliate_id: string
  /** `YYYY-MM` */
  period: string
  /** Every currency when absent. */
  currency_code?: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

/** The statements of a closed month, of one currency or of every one. Each gets its number when it is issued for the first time. */
export async function issueStatements(
  container: MedusaContainer,
  { affiliate_id, period, currency_code, now }: StatementsRequest
): Promise<[IssuedStatement, ...IssuedStatement[]]> {
  const { statements } = affiliateModule(container)
  const [first, ...others] = currency_code === undefined ? await currenciesOf() : [currency_code]
  if (first === undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate ${affiliate_id} has no statement of ${period}`)
  }
  return withMedusaErrors(async () => {
    const issued: [IssuedStatement, ...IssuedStatement[]] = [await issue(first)]
    for (const currency of others) issued.push(await issue(currency))
    return issued
  })

  async function currenciesOf(): Promise<string[]> {
    const { rows } = await statements.list({ affiliate_id, period: [period], now }, { limit: 100, offset: 0 })
    return rows.map((statement) => statement.currency_code).sort()
  }

  function issue(currency: string): Promise<IssuedStatement> {
    return statements.issue({ affiliate_id, period, currency_code: currency, now })
  }
}
