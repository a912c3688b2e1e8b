#!/usr/bin/env bash
# @medusajs/framework 2.21.2: `@medusajs/framework/http` does not load without ioredis, which is declared
# optional.
#
# The package lists ioredis under `peerDependencies` and marks it optional in `peerDependenciesMeta`, as befits
# a store without Redis, so npm does not install it. The HTTP loader requires it at the top of the file all the
# same. In a whole store nobody notices, because other packages bring it along; a test that uses only the
# framework's HTTP part has to name it.
#
# Seen:
#   ioredis in peerDependenciesMeta: {"optional":true}
#   @medusajs/framework/http: ["MODULE_NOT_FOUND","Cannot find module 'ioredis'"]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error @medusajs/framework@2.21.2 @medusajs/cli@2.21.2 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { peerDependenciesMeta } = require("./node_modules/@medusajs/framework/package.json")

const load = () => {
  try {
    return typeof require("@medusajs/framework/http")
  } catch ({ code, message }) {
    return [code, message.split("\n")[0]]
  }
}
check("ioredis in peerDependenciesMeta", peerDependenciesMeta.ioredis, { optional: true })
check("@medusajs/framework/http", load(), ["MODULE_NOT_FOUND", "Cannot find module 'ioredis'"])
process.exit()
EOF
echo "as stated: medusa-framework-needs-ioredis"
