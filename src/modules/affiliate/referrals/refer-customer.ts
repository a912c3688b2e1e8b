import { generateEntityId } from "@medusajs/framework/utils"

import { decideAttribution } from "../../../domain/attribution/attribution"
import { rows, type Sql } from "../database/connection"
import { loadRegistrations } from "../attribution/load-evidence"
import type { CreatedReferral } from "../attribution/attribute-orders"

export interface Registration {
  customer_id: string
  click_id: string
  sales_channel_ids: string[]
  now: Date
}

const INSERT_REFERRAL = `
  INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, source_id, clicked_at, started_at)
  SELECT :id, :program_id, :affiliate_id, customer.id, lower(customer.email), 'link', :click_id,
         (SELECT click.occurred_at FROM affiliate_click click WHERE click.id = :click_id), :now
  FROM customer WHERE customer.id = :customer_id
  ON CONFLICT DO NOTHING RETURNING id`

/** Makes the visitor who registers with a click's token the affiliate's referral. Null when the click cannot create one. */
export async function referCustomer(
  sql: Sql,
  { customer_id, click_id, sales_channel_ids, now }: Registration
): Promise<CreatedReferral | null> {
  const [person] = await loadRegistrations(sql, { customer_id, click_id, sales_channel_ids, now })
  const { chosen, makes_referral } = person ? decideAttribution(person, person.evidence) : { chosen: null, makes_referral: false }
  if (!chosen || !makes_referral) return null
  const ids = { id: generateEntityId(undefined, "affref"), program_id: chosen.program.id, affiliate_id: chosen.affiliate.id }
  const [created] = await rows<{ id: string }>(sql, INSERT_REFERRAL, { ...ids, customer_id, click_id, now })
  return created ? ids : null
}
