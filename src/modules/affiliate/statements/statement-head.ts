import { issuerOf, recipientOf, type HeadFacts, type StatementHead } from "../../../domain/statements/statement-head"
import { normalizeStatementSettings } from "../../../domain/statements/statement-settings"
import { rows, type Sql } from "../database/connection"
import { readCurrentAcceptance } from "../agreements/current-acceptance"
import { notFound } from "../database/not-found"

/** What a head is made of, as SQL over the id of the affiliate. Includes deleted customers, because the books are kept longer than the account. */
export const HEAD_FACTS = (affiliate_id: string): string => `
  SELECT program.name AS program_name, program.timezone, program.statement_settings, affiliate.code AS affiliate_code,
         affiliate.billing_details,
         (SELECT store.name FROM store WHERE store.deleted_at IS NULL ORDER BY store.created_at, store.id LIMIT 1) AS store_name,
         (SELECT jsonb_build_object(
            'email', customer.email, 'first_name', customer.first_name, 'last_name', customer.last_name, 
            'company_name', customer.company_name, 'address', (SELECT to_jsonb(address) FROM customer_address address
                        WHERE address.customer_id = customer.id AND address.is_default_billing AND address.deleted_at IS NULL LIMIT 1))
          FROM customer WHERE customer.id = affiliate.customer_id) AS customer
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  WHERE affiliate.id = ${affiliate_id}`

/** The head of a statement that is issued now. @throws NOT_FOUND */
export async function readStatementHead(sql: Sql, affiliate_id: string): Promise<StatementHead> {
  const [found] = await rows<HeadFacts>(sql, HEAD_FACTS(":affiliate_id"), { affiliate_id })
  if (!found) throw notFound("Affiliate", affiliate_id)
  const facts = { ...found, statement_settings: normalizeStatementSettings(found.statement_settings) }
  const current = await readCurrentAcceptance(sql, affiliate_id)
  const agreement = current?.is_accepted ? { version: current.version, text_hash: current.text_hash } : null
  return { issuer: issuerOf(facts), recipient: recipientOf(facts), agreement }
}
