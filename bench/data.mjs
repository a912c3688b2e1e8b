/**
 * The store of the bench, written in a few statements: all orders lie in the month before this one, so that it can be closed. Each customer
 * placed three of them; one of a hundred customers is an affiliate, and every customer was referred by a click of one. Orders, products, customers and
 * affiliates differ in all that rules look at.
 *
 * @typedef {object} Facts
 * @property {string} program_id
 * @property {string} period `YYYY-MM`, the month of the orders
 * @property {string} affiliate_code of one of the affiliates
 */

const ZERO = `'{"value":"0","precision":20}'::jsonb`
const QUANTITIES = ["fulfilled", "shipped", "return_requested", "return_received", "return_dismissed", "written_off"]

/** @param {string} of a number from which the amount follows, so that commissions have to be rounded */
const price = (of) => `(1999 + (${of}::bigint * 7919) % 20000) / 100.0`

/** How many there are of what rules look at. Categories have three levels: the first 10 lie on top, the next 40 below them. */
export const CATALOG = {
  products: 1_000,
  categories: 250,
  tags: 50,
  collections: 20,
  types: 10,
  regions: 5,
  groups: 10,
  countries: ["de", "fr", "at", "es", "us"],
}

/** A category's number and those above it. @param {string} n */
const above = (n) =>
  `CASE WHEN ${n} > 50 THEN ARRAY[${n} % 10 + 1, 11 + ${n} % 40, ${n}] WHEN ${n} > 10 THEN ARRAY[${n} % 10 + 1, ${n}] ELSE ARRAY[${n}] END`

const CATALOG_STATEMENTS = {
  collections: `INSERT INTO product_collection (id, title, handle) SELECT 'pcol_' || n, n, n FROM generate_series(1, ${CATALOG.collections}) n`,
  types: `INSERT INTO product_type (id, value) SELECT 'ptyp_' || n, n FROM generate_series(1, ${CATALOG.types}) n`,
  tags: `INSERT INTO product_tag (id, value) SELECT 'ptag_' || n, n FROM generate_series(1, ${CATALOG.tags}) n`,
  categories: `INSERT INTO product_category (id, name, handle, mpath, is_active)
    SELECT 'pcat_' || n, n, n, 'pcat_' || array_to_string(${above("n")}, '.pcat_'), true FROM generate_series(1, ${CATALOG.categories}) n`,
  products: `INSERT INTO product (id, title, handle, status, collection_id, type_id)
    SELECT 'prod_' || n, 'Lamp ' || n, 'lamp-' || n, 'published', 'pcol_' || 1 + n % ${CATALOG.collections}, 'ptyp_' || 1 + n % ${CATALOG.types}
    FROM generate_series(1, ${CATALOG.products}) n`,
  tagged: `INSERT INTO product_tags (product_id, product_tag_id)
    SELECT 'prod_' || n, 'ptag_' || 1 + (n * 7 + tag * 11) % ${CATALOG.tags} FROM generate_series(1, ${CATALOG.products}) n, generate_series(1, 3) tag`,
  placed: `INSERT INTO product_category_product (product_id, product_category_id)
    SELECT 'prod_' || n, 'pcat_' || 51 + (n * 3 + place * 71) % 200 FROM generate_series(1, ${CATALOG.products}) n, generate_series(1, 2) place`,
  customer_groups: `INSERT INTO customer_group (id, name) SELECT 'cusgroup_' || n, n FROM generate_series(1, ${CATALOG.groups}) n`,
  affiliate_groups: `INSERT INTO affiliate_group (id, name, created_by) SELECT 'affgrp_' || n, n, 'bench' FROM generate_series(1, ${CATALOG.groups}) n`,
  addresses: `INSERT INTO order_address (id, country_code) SELECT 'ordaddr_' || n, (ARRAY['${CATALOG.countries.join("','")}'])[n] FROM generate_series(1, ${CATALOG.regions}) n`,
}

/** What is in the order of number `n`. */
const STATEMENTS = {
  ...CATALOG_STATEMENTS,
  customers: `INSERT INTO customer (id, email, has_account, first_name, last_name, created_at)
    SELECT 'cus_bench_' || n, 'shopper' || n || '@example.com', true, 'Shopper', n::text, CAST(:begin AS timestamptz) FROM generate_series(1, CAST(:customers AS int)) n`,
  customers_in_groups: `INSERT INTO customer_group_customer (id, customer_id, customer_group_id)
    SELECT 'cusgc_' || n, 'cus_bench_' || n, 'cusgroup_' || 1 + n % ${CATALOG.groups} FROM generate_series(1, CAST(:customers AS int), 2) n`,
  affiliates: `INSERT INTO affiliate (id, code, status, customer_id, program_id)
    SELECT 'aff_bench_' || n, 'bench' || n, 'active', 'cus_bench_' || n, :program_id FROM generate_series(1, CAST(:affiliates AS int)) n`,
  affiliates_in_groups: `INSERT INTO affiliate_group_member (id, group_id, affiliate_id)
    SELECT 'affgm_' || n, 'affgrp_' || 1 + n % ${CATALOG.groups}, 'aff_bench_' || n FROM generate_series(1, CAST(:affiliates AS int), 2) n`,
  referrals: `INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, source_id, clicked_at, started_at)
    SELECT 'affref_bench_' || n, :program_id, 'aff_bench_' || (1 + n % CAST(:affiliates AS int)), 'cus_bench_' || n, 'shopper' || n || '@example.com', 'link',
           'affclk_bench_' || click, CAST(:begin AS timestamptz) + click * (interval '27 days' / CAST(:clicks AS int)), CAST(:begin AS timestamptz) - n % 30 * interval '1 day'
    FROM generate_series(CAST(:affiliates AS int) + 1, CAST(:customers AS int)) n
    CROSS JOIN LATERAL (SELECT n + n * 7 % 700 * CAST(:affiliates AS int) AS click) made`,
  orders: `INSERT INTO "order" (id, email, customer_id, currency_code, region_id, shipping_address_id, version, status, is_draft_order, created_at, updated_at)
    SELECT 'order_bench_' || lpad(n::text, 9, '0'), 'shopper' || customer || '@example.com', 'cus_bench_' || customer,
           CASE WHEN n % 10 = 0 THEN 'usd' ELSE 'eur' END, 'reg_' || 1 + n % ${CATALOG.regions}, 'ordaddr_' || 1 + n % ${CATALOG.regions}, 1, 'pending', false, at, at
    FROM generate_series(1, CAST(:orders AS int)) n
    CROSS JOIN LATERAL (SELECT 1 + n % CAST(:customers AS int) AS customer, CAST(:begin AS timestamptz) + n * (interval '27 days' / CAST(:orders AS int)) AS at) placed`,
  line_items: `INSERT INTO order_line_item (id, title, product_id, unit_price, raw_unit_price, is_tax_inclusive, is_giftcard)
    SELECT 'ordli_bench_' || lpad(n::text, 9, '0') || '_' || line, 'Lamp', 'prod_' || 1 + (n * line * 13) % ${CATALOG.products}, amount, jsonb_build_object('value', amount::text, 'precision', 20), false, false
    FROM generate_series(1, CAST(:orders AS int)) n CROSS JOIN generate_series(1, 3) line CROSS JOIN LATERAL (SELECT ${price("(n * line)")} AS amount) priced`,
  items: `INSERT INTO order_item (id, order_id, item_id, version, quantity, raw_quantity, ${QUANTITIES.map((name) => `${name}_quantity, raw_${name}_quantity`).join(", ")})
    SELECT 'orditem_bench_' || n || '_' || line, 'order_bench_' || lpad(n::text, 9, '0'), 'ordli_bench_' || lpad(n::text, 9, '0') || '_' || line, 1,
           1, '{"value":"1","precision":20}', ${QUANTITIES.map(() => `0, ${ZERO}`).join(", ")}
    FROM generate_series(1, CAST(:orders AS int)) n CROSS JOIN generate_series(1, 3) line`,
  clicks: `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, referrer, occurred_at)
    SELECT 'affclk_bench_' || n, :program_id, 'aff_bench_' || (1 + n % CAST(:affiliates AS int)), 'https://shop.example.com/products/' || n % 500,
           'https://blog' || n % 300 || '.example.com/', CAST(:begin AS timestamptz) + n * (interval '27 days' / CAST(:clicks AS int))
    FROM generate_series(1, CAST(:clicks AS int)) n`,
}

/** @param {import("knex").Knex} sql @param {{ orders: number, program_id: string, begin: string }} wish */
export async function fill(sql, { orders, program_id, begin }) {
  const customers = Math.ceil(orders / 3)
  const values = { orders, customers, affiliates: Math.max(10, Math.ceil(customers / 100)), clicks: orders * 3, program_id, begin }
  for (const statement of Object.values(STATEMENTS)) {
    const names = Object.fromEntries(Object.entries(values).filter(([name]) => statement.includes(`:${name}`)))
    await sql.raw(statement, names)
  }
  await sql.raw("ANALYZE")
}

/** The first day of the month before the one of `now`, in UTC, which is the program's zone. @param {Date} now */
export const monthBefore = (now) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1))
