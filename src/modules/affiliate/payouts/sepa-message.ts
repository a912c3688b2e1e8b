import { DateTime } from "luxon"

import { InvalidInput } from "../../../domain/errors"
import { sepaMessage } from "../../../domain/payouts/files/sepa"
import { requirePayer } from "../../../domain/payouts/files/sepa-payer"
import type { XmlTree } from "../../../domain/text/xml-tree"
import { normalizeStatementSettings } from "../../../domain/statements/statement-settings"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import type { ListedPayoutToSend } from "./list-payouts-to-send"

const PROGRAM = `
  SELECT program.statement_settings, program.timezone, program.name,
         (SELECT store.name FROM store WHERE store.deleted_at IS NULL ORDER BY store.created_at, store.id LIMIT 1) AS store_name
  FROM affiliate_program program WHERE program.id = :program_id`

interface PayingProgram {
  statement_settings: Record<string, unknown> | null
  timezone: string
  name: string
  store_name: string | null
}

/**
 * The SEPA message of these payouts, to be executed today in the program's time zone, or on the bank's next day.
 *
 * @throws InvalidInput when they are of several programs, or the program's issuer has no account.
 */
export async function readSepaMessage(sql: Sql, held: ListedPayoutToSend[]): Promise<XmlTree> {
  const [program_id, another] = [...new Set(held.map((payout) => payout.program_id))]
  if (another !== undefined) throw new InvalidInput("program_id", "must be given: a SEPA file has one payer")
  const [program] = await rows<PayingProgram>(sql, PROGRAM, { program_id })
  if (!program) throw new InvalidInput("program_id", "is unknown")
  const payer = requirePayer(normalizeStatementSettings(program.statement_settings), program.store_name ?? program.name)
  const created_at = await timeOf(sql)
  const execution_date = DateTime.fromJSDate(created_at, { zone: program.timezone }).toISODate() ?? ""
  return sepaMessage(held, { payer, created_at, execution_date })
}
