const path = require("node:path")

/** The plugin as it is built: what dies here is what runs in a merchant's store. */
const built = (file) => require(path.join(__dirname, "../../.medusa/server/src/modules/affiliate", file))

const { recordOrders } = built("orders/record-orders.js")
const { closePeriod } = built("periods/close-period.js")
const { reassignOrder } = built("orders/reassign-order.js")
const byHand = { usable_methods: ["transfer"], methods_with_details: [], limits: {} }
const { createPayouts } = built("payouts/create-payouts.js")
const { inTransaction } = built("database/transaction.js")
const { rows } = built("database/connection.js")

const NOW = new Date("2016-06-15T12:00:00Z")

/**
 * A month's end with all that moves money: orders recorded in pages, April closed, orders canceled and taken back, totals merged, May closed,
 * orders given to somebody else, affiliates paid. Every part may be repeated, so that whoever finds it half done does all of it again.
 *
 * @param {import("./crash").Repository} repository
 * @param {number} pageSize how many orders are recorded in one transaction
 */
async function monthsEnd(repository, pageSize = 100) {
  const transact = (work) => inTransaction(repository, work)
  const select = (statement) => transact(async (sql) => (await rows(sql, statement)).map(({ id }) => id))

  const orders = await select(`SELECT id FROM "order" ORDER BY id`)
  for (let from = 0; from < orders.length; from += pageSize) await recordOrders(transact, orders.slice(from, from + pageSize), NOW)

  const programs = await select(`SELECT id FROM affiliate_program ORDER BY id`)
  const close = async (period) => {
    for (const program_id of programs) await transact((sql) => closePeriod(sql, { program_id, period, closed_by: "law", now: NOW }))
  }
  await close("2016-04")

  await transact((sql) =>
    rows(sql, `UPDATE "order" SET status = 'canceled', canceled_at = '2016-05-10', version = 2 WHERE id LIKE '%7' AND version = 1`)
  )
  const canceled = await select(`SELECT id FROM "order" WHERE id LIKE '%7' ORDER BY id`)
  await recordOrders(transact, canceled, NOW)
  await transact((sql) => rows(sql, `SELECT affiliate_merge_period_totals(), affiliate_merge_quarter_hours()`))
  await close("2016-05")

  const [affiliate_id] = await select(`SELECT id FROM affiliate ORDER BY id DESC LIMIT 1`)
  for (const order_id of orders.slice(0, 2)) {
    await transact((sql) => reassignOrder(sql, { order_id, affiliate_id, reason: "law", created_by: "law", now: NOW }))
  }
  for (const program_id of programs) await transact((sql) => createPayouts(sql, { ...byHand, program_id, created_by: "law", now: NOW }))
}

module.exports = { monthsEnd }
