import { issuerOf, recipientOf, type HeadFacts, type StatementHead } from "../../../domain/statements/statement-head"
import { normalizeStatementSettings } from "../../../domain/statements/statement-settings"
import { rows, type Sql } from "../database/connection"
import { readCurrentAcceptance } from "../agreements/current-acceptance"
import { notFound } from "../not-found"

/** Also of a customer who was deleted: the books outlive the account. */
const FACTS = `
  SELECT p.name AS program_name, p.timezone, p.statement_settings, a.code AS affiliate_code, a.billing_details,
         (SELECT s.name FROM store s WHERE s.deleted_at IS NULL ORDER BY s.created_at, s.id LIMIT 1) AS store_name,
         (SELECT jsonb_build_object(
            'email', c.email, 'first_name', c.first_name, 'last_name', c.last_name, 'company_name', c.company_name,
            'address', (SELECT to_jsonb(d) FROM customer_address d
                        WHERE d.customer_id = c.id AND d.is_default_billing AND d.deleted_at IS NULL LIMIT 1))
          FROM customer c WHERE c.id = a.customer_id) AS customer
  FROM affiliate a JOIN affiliate_program p ON p.id = a.program_id
  WHERE a.id = :affiliate_id`

/** What a statement issued now would carry at its head. @throws NOT_FOUND */
export async function readStatementHead(sql: Sql, affiliate_id: string): Promise<StatementHead> {
  const [found] = await rows<HeadFacts>(sql, FACTS, { affiliate_id })
  if (!found) throw notFound("Affiliate", affiliate_id)
  const facts = { ...found, statement_settings: normalizeStatementSettings(found.statement_settings) }
  const standing = await readCurrentAcceptance(sql, affiliate_id)
  const agreement = standing?.is_accepted ? { version: standing.version, text_hash: standing.text_hash } : null
  return { issuer: issuerOf(facts), recipient: recipientOf(facts), agreement }
}
