const knex = require("knex")

const { monthsEnd } = require("./months-end")

/** A process that does a month's end on the database it is given, for somebody to kill. */
async function main() {
  const sql = knex({ client: "pg", connection: process.argv[2], pool: { min: 1, max: 1 } })
  const repository = { transaction: (work) => sql.transaction((transaction) => work({ getTransactionContext: () => transaction })) }
  await sql.raw("SELECT 1")
  process.stdout.write("ready\n")
  await monthsEnd(repository)
  await sql.destroy()
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
