import { writeFileSync } from "node:fs"
import path from "node:path"
import { loggedIn } from "./http.mjs"
import { stateDir } from "./paths.mjs"

export const demoFile = path.join(stateDir, "demo.json")

/** A program's site as the demo makes it, on any port; what a merchant has set instead is left alone. */
const OWN_SITE = /^http:\/\/localhost:\d+\/shop$/

/**
 * @typedef {import("../src/seed/facts.js").DemoFacts} Facts
 * @typedef {Awaited<ReturnType<typeof loggedIn>>} Client
 * @typedef {object} Demo
 * @property {Record<string, any>} file what `.demo/demo.json` says
 * @property {{ email: string, password: string } | null} paidInCredit
 * @property {{ period: string, rows: string[][] } | null} lastMonth
 */

/** Makes the programs' links follow the shop's port and tells what one needs to use it. @param {string} url @param {Facts} facts @returns {Promise<Demo>} */
export async function describeDemo(url, facts) {
  const admin = await loggedIn(url, "user", facts.admin)
  await moveSites(admin, `${url}/shop`)
  const file = {
    url,
    admin: facts.admin,
    affiliate: facts.affiliate_data?.affiliate ?? null,
    shopper: facts.shopper,
    publishable_key: facts.publishable_key,
    region_id: facts.region_ids.eur,
    sales_channel_id: facts.sales_channel_id,
    shipping_option_id: facts.shipping_option_ids.standard,
    variant_ids: facts.variant_ids,
    program_id: facts.affiliate_data?.program_id ?? null,
    ...(await linkAndCode(admin, facts)),
  }
  writeFileSync(demoFile, `${JSON.stringify(file, null, 2)}\n`)
  return {
    file,
    paidInCredit: facts.affiliate_data?.paid_in_credit ?? null,
    lastMonth: facts.affiliate_data ? await lastMonth(admin, facts.affiliate_data.program_id) : null,
  }
}

/** @param {Client} admin @param {string} site */
async function moveSites(admin, site) {
  const { affiliate_programs } = await admin("/admin/affiliate-programs")
  for (const { id, site_url } of affiliate_programs) {
    if (OWN_SITE.test(site_url) && site_url !== site) await admin(`/admin/affiliate-programs/${id}`, { site_url: site })
  }
}

/** The affiliate's link and code, as the admin sees them: who plays with the demo may have deleted the affiliate's account. @param {Client} admin @param {Facts} facts */
async function linkAndCode(admin, { affiliate_data }) {
  if (!affiliate_data) return { affiliate_link: null, promo_code: null }
  const { affiliate } = await admin(`/admin/affiliates/${affiliate_data.affiliate_id}`)
  return { affiliate_link: affiliate.link, promo_code: affiliate.promo_code }
}

/** What the last closed month brought each affiliate. @param {Client} admin @param {string} programId */
async function lastMonth(admin, programId) {
  const query = `program_id=${programId}&status=closed&order=-period&limit=1`
  const [newest] = (await admin(`/admin/affiliate-periods?${query}`)).affiliate_periods
  if (!newest) return null
  const { affiliate_period } = await admin(`/admin/affiliate-periods/${newest.period}?program_id=${programId}`)
  const { affiliates } = await admin(`/admin/affiliates?program_id=${programId}&limit=100`)
  const names = new Map(
    affiliates.map((/** @type {any} */ { id, code, customer }) => [id, customer ? `${customer.first_name} ${customer.last_name}` : code])
  )
  /** @param {any} line */
  const toRow = ({ affiliate_id, order_count, expense_amount, amount, currency_code, outcome }) => [
    names.get(affiliate_id) ?? affiliate_id,
    String(order_count),
    expense_amount,
    amount,
    currency_code.toUpperCase(),
    outcome,
  ]
  return { period: newest.period, rows: affiliate_period.lines.map(toRow) }
}
