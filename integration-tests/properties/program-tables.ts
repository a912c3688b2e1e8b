import type { MedusaContainer } from "@medusajs/framework/types"

import { sql } from "../helpers/sql"
import type { ReferenceSettings } from "./reference-program"

/** Programs of two affiliates with a code each, four shoppers with an account and as guests, two sales channels and a forbidden group. */
export async function writePrograms(container: MedusaContainer, programs: ReferenceSettings[]): Promise<void> {
  const settings = programs.map((s, n) => ({
    ...{ n, timezone: s.timezone, rate: s.rate, basis: s.basis },
    ...{ include_tax: s.includeTax, include_shipping: s.includeShipping, hold: s.holdDays },
  }))
  const each = async (statement: string): Promise<void> => {
    await sql(
      container,
      `WITH m AS (SELECT * FROM json_to_recordset(?::json)
         AS m(n int, timezone text, rate text, basis text, include_tax boolean, include_shipping boolean, hold int)),
       two AS (SELECT m.n, k, m.n || '_' || k AS id FROM m CROSS JOIN generate_series(0, 1) k),
       four AS (SELECT m.n, k, m.n || '_' || k AS id FROM m CROSS JOIN generate_series(0, 3) k)
       ${statement}`,
      [JSON.stringify(settings)]
    )
  }
  await each(`INSERT INTO affiliate_program (id, name, handle, site_url, commission_percent, commission_basis, include_tax, include_shipping,
                                             hold_period_days, timezone, created_at)
    SELECT 'law_program_' || n, 'Law', 'law-' || n, 'https://shop.example.com', rate::numeric, basis, include_tax, include_shipping, hold, timezone,
           '2010-01-01' FROM m`)
  await each(`INSERT INTO customer (id, email, has_account)
    SELECT 'law_cus_' || id, 'aff-' || n || '-' || k || '@example.com', true FROM two
    UNION ALL SELECT 'law_' || kind || '_' || id, 'shopper-' || n || '-' || k || '@example.com', kind = 'account'
              FROM four CROSS JOIN unnest('{account,guest}'::text[]) kind`)
  await each(`INSERT INTO affiliate (id, code, customer_id, program_id, status)
    SELECT 'law_aff_' || id, 'law' || n || '-' || k, 'law_cus_' || id, 'law_program_' || n, 'active' FROM two`)
  await each(`INSERT INTO affiliate_promo_code (id, code, template, affiliate_id, promotion_id)
    SELECT 'law_code_' || id, 'LAW-' || id, 'LAW-@ID@', 'law_aff_' || id, 'law_promo_' || id FROM two`)
  await each(`INSERT INTO promotion (id, code, type, status) SELECT 'law_promo_' || id, 'LAW-' || id, 'standard', 'active' FROM two`)
  await each(`INSERT INTO affiliate_referral (id, program_id, affiliate_id, email, source, started_at)
    SELECT 'law_ref_' || id, 'law_program_' || n, 'law_aff_' || id, 'shopper-' || n || '-' || k || '@example.com', 'link', '2010-01-01' FROM two`)
  await each(`INSERT INTO sales_channel (id, name) SELECT 'law_channel_' || id, 'Law ' || id FROM two`)
  await each(`INSERT INTO customer_group (id, name) SELECT 'law_group_' || n, 'law ' || n FROM m`)
  await each(`INSERT INTO affiliate_program_customer_group (id, program_id, customer_group_id, access)
    SELECT 'law_access_' || n, 'law_program_' || n, 'law_group_' || n, 'forbidden' FROM m`)
}

/** The history says when: the store's clock is years ahead of the orders. The rows that then say the same begin no version of their own. */
export async function changeVersioned(
  container: MedusaContainer,
  table: "affiliate_program" | "affiliate",
  id: string,
  at: Date,
  columns: Record<string, unknown>
): Promise<void> {
  const names = Object.keys(columns).filter((name) => name !== "sales_channel_ids")
  await sql(
    container,
    `WITH latest AS (SELECT changed.* FROM ${table}_at(:id, 'infinity') latest, jsonb_populate_record(latest, :changes) changed),
     kept AS (INSERT INTO ${table}_history SELECT * FROM latest)
     ${table === "affiliate" ? "" : SET_CHANNELS}
     UPDATE ${table} SET (${names.join(", ")}) = (SELECT ${names.join(", ")} FROM latest) WHERE id = :id`,
    { id, changes: JSON.stringify({ ...columns, valid_from: at }) }
  )
}

const SET_CHANNELS = `,
  removed AS (DELETE FROM affiliate_program_sales_channel USING latest
           WHERE affiliate_program_sales_channel.program_id = :id AND NOT sales_channel_id = ANY(sales_channel_ids)),
  added AS (INSERT INTO affiliate_program_sales_channel (id, program_id, sales_channel_id)
            SELECT affiliate_new_id('law'), :id, unnest(sales_channel_ids) FROM latest ON CONFLICT DO NOTHING)`

/** Puts an affiliate into the forbidden group, or takes them out. */
export async function setMembership(container: MedusaContainer, program: number, affiliate: number, isMember: boolean): Promise<void> {
  const member = [`law_member_${program}_${affiliate}`, `law_cus_${program}_${affiliate}`, `law_group_${program}`]
  await (isMember
    ? sql(container, `INSERT INTO customer_group_customer (id, customer_id, customer_group_id) VALUES (?, ?, ?)`, member)
    : sql(container, `DELETE FROM customer_group_customer WHERE id = ?`, [member[0]]))
}

/** Deletes a record of the store as Medusa does: the row stays, and so does whatever names it. */
export async function deleteRecord(container: MedusaContainer, table: string, id: string): Promise<void> {
  await sql(container, `UPDATE ${table} SET deleted_at = now() WHERE id = ?`, [id])
}
