import type { MedusaContainer } from "@medusajs/framework/types"

import { sql } from "../helpers/sql"
import type { ReferenceRule } from "./reference-rules"
import type { ReferenceSettings } from "./reference-program"
import { tiersColumn } from "./reference-tiers"

/** Programs of two affiliates with a code each, four shoppers with an account and as guests, two sales channels and a forbidden group. */
export async function writePrograms(container: MedusaContainer, programs: ReferenceSettings[]): Promise<void> {
  const settings = programs.map((s, n) => ({
    ...{ n, timezone: s.timezone, rate: s.rate, basis: s.basis },
    ...{ include_tax: s.includeTax, include_shipping: s.includeShipping, hold: s.holdDays, guard: s.guard, limits: s.limits },
    ...{
      tiers: tiersColumn(s.tiers),
      month_limits: s.monthLimits,
      customer_bonuses: s.customerBonuses,
      welcomes: s.welcomeBonuses,
      budgets: s.budgets,
    },
  }))
  const each = async (statement: string): Promise<void> => {
    await sql(
      container,
      `WITH m AS (SELECT * FROM json_to_recordset(?::json)
         AS m(n int, timezone text, rate text, basis text, include_tax boolean, include_shipping boolean, hold int, guard text, limits jsonb,
                        tiers jsonb, month_limits jsonb, customer_bonuses jsonb, welcomes jsonb, budgets jsonb)),
       two AS (SELECT m.n, k, m.n || '_' || k AS id FROM m CROSS JOIN generate_series(0, 1) k),
       four AS (SELECT m.n, k, m.n || '_' || k AS id FROM m CROSS JOIN generate_series(0, 3) k)
       ${statement}`,
      [JSON.stringify(settings)]
    )
  }
  await each(`INSERT INTO affiliate_program (id, name, handle, site_url, commission_percent, commission_basis, include_tax, include_shipping,
                                             hold_period_days, timezone, margin_guard_percent, order_commission_limits, commission_tiers,
                                             affiliate_month_limits, new_customer_bonuses, welcome_bonuses, month_budgets, created_at)
    SELECT 'law_program_' || n, 'Law', 'law-' || n, 'https://shop.example.com', rate::numeric, basis, include_tax, include_shipping, hold, timezone,
           guard::numeric, limits, tiers, month_limits, customer_bonuses, welcomes, budgets, '2010-01-01' FROM m`)
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
  await each(`INSERT INTO customer_group (id, name) SELECT 'law_wholesale_' || n, 'law wholesale ' || n FROM m`)
  await each(`INSERT INTO affiliate_group (id, name, created_by) SELECT 'law_vip_' || n, 'law vip ' || n, 'law' FROM m`)
  await writeProducts(container)
  for (const [n, { rules }] of programs.entries()) if (rules.length > 0) await setRules(container, n, rules, new Date("2010-01-01"), "0")
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

async function writeProducts(container: MedusaContainer): Promise<void> {
  for (const statement of [
    `INSERT INTO order_address (id, country_code) VALUES ('law_address_de', 'de'), ('law_address_at', 'at')`,
    `INSERT INTO product_collection (id, title, handle) VALUES ('law_collection', 'Law', 'law')`,
    `INSERT INTO product_tag (id, value) VALUES ('law_tag', 'law')`,
    `INSERT INTO product_category (id, name, handle, mpath) VALUES ('law_home', 'Home', 'law-home', 'law_home'),
       ('law_candles', 'Candles', 'law-candles', 'law_home.law_candles')`,
    `INSERT INTO product (id, title, handle, collection_id)
     SELECT 'law_prod_' || n, 'Law', 'law-' || n, CASE n WHEN 3 THEN 'law_collection' END FROM generate_series(0, 3) n`,
    `INSERT INTO product_tags (product_id, product_tag_id) VALUES ('law_prod_1', 'law_tag'), ('law_prod_2', 'law_tag')`,
    `INSERT INTO product_category_product (product_id, product_category_id) VALUES ('law_prod_2', 'law_candles'), ('law_prod_3', 'law_home')`,
  ]) {
    await sql(container, statement)
  }
}

/** The rules of a program from an instant on. The history says when, as in `changeVersioned`. */
export async function setRules(
  container: MedusaContainer,
  program: number,
  rules: ReferenceRule[],
  from: Date,
  key: string
): Promise<void> {
  const rows = rules.map((rule, rank) => ({
    ...{ id: `law_rule_${program}_${key}_${rank}`, rate: rateOf(rule), conditions: conditionsOf(rule, program), rank },
    ...{ starts_at: rule.from ?? null, ends_at: rule.until ?? null },
  }))
  await sql(
    container,
    `WITH ended AS (
       UPDATE affiliate_commission_rule_history SET valid_to = :from WHERE program_id = :program AND valid_to = 'infinity'),
     removed AS (UPDATE affiliate_commission_rule SET deleted_at = now() WHERE program_id = :program AND deleted_at IS NULL),
     given AS (SELECT * FROM json_to_recordset(CAST(:rows AS json))
               AS given(id text, rate jsonb, conditions jsonb, rank int, starts_at timestamptz, ends_at timestamptz)),
     made AS (INSERT INTO affiliate_commission_rule (id, program_id, name, rate, conditions, rank, starts_at, ends_at)
              SELECT id, :program, 'Law', rate, conditions, rank, starts_at, ends_at FROM given)
     INSERT INTO affiliate_commission_rule_history (rule_id, valid_from, program_id, name, rate, conditions, rank, starts_at, ends_at)
     SELECT id, :from, :program, 'Law', rate, conditions, rank, starts_at, ends_at FROM given`,
    { program: `law_program_${program}`, from, rows: JSON.stringify(rows) }
  )
}

function rateOf({ rate }: ReferenceRule): object {
  if (rate === null) return { type: "none" }
  if ("percent" in rate) return { type: "percent", percent: rate.percent }
  const amounts = Object.entries(rate.amounts).map(([currency_code, amount]) => ({ currency_code, amount }))
  return { type: "fixed", per: rate.per, amounts }
}

const conditionsOf = (rule: ReferenceRule, program: number): object => ({
  product_ids: rule.products?.map((n) => `law_prod_${n}`),
  tag_ids: rule.tagged && ["law_tag"],
  collection_ids: rule.collected && ["law_collection"],
  category_ids: rule.home && ["law_home"],
  currency_codes: rule.currencies,
  sales_channel_ids: rule.channels?.map((n) => `law_channel_${program}_${n}`),
  country_codes: rule.countries,
  sources: rule.sources,
  affiliate_ids: rule.affiliates?.map((n) => `law_aff_${program}_${n}`),
  affiliate_group_ids: rule.vip && [`law_vip_${program}`],
  customer_group_ids: rule.wholesale && [`law_wholesale_${program}`],
  is_first_order: rule.isFirst,
  min_order_amounts: rule.least && Object.entries(rule.least).map(([currency_code, amount]) => ({ currency_code, amount })),
})

/** Puts an affiliate into the group of the rules, or a shopper with account and guest into theirs, or takes them out. */
export async function setGroup(
  container: MedusaContainer,
  program: number,
  what: "vip" | "wholesale",
  one: number,
  isMember: boolean
): Promise<void> {
  const [table, columns, members]: [string, string, string[]] =
    what === "vip"
      ? ["affiliate_group_member", "affiliate_id, group_id", [`law_aff_${program}_${one}`]]
      : ["customer_group_customer", "customer_id, customer_group_id", ["account", "guest"].map((kind) => `law_${kind}_${program}_${one}`)]
  for (const member of members) {
    await (isMember
      ? sql(container, `INSERT INTO ${table} (id, ${columns}) VALUES (?, ?, ?)`, [`in_${member}`, member, `law_${what}_${program}`])
      : sql(container, `DELETE FROM ${table} WHERE id = ?`, [`in_${member}`]))
  }
}
