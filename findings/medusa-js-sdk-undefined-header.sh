#!/usr/bin/env bash
# @medusajs/js-sdk 2.21.2: a header of `undefined` is sent as the text "undefined".
#
# `headers: { "x-click": click?.token }` is how one passes what may be missing: in the query an undefined value
# is left out, and a header of `null` is left out too. A header of `undefined` goes out with the nine letters as
# its value, so the server sees a token that nobody made.
#
# Seen:
#   the query the server saw: "/store/carts?b=1"
#   header of null: "(none)"
#   header of undefined: "undefined"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error @medusajs/js-sdk@2.21.2 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { createServer } = require("node:http")
const Medusa = require("@medusajs/js-sdk").default

const server = createServer(({ headers, url }, response) => {
  response.setHeader("content-type", "application/json")
  const { "x-undefined": undefined_header = "(none)", "x-null": null_header = "(none)" } = headers
  response.end(JSON.stringify({ url, undefined_header, null_header }))
})
server.listen(0, async () => {
  const { client } = new Medusa({ baseUrl: `http://127.0.0.1:${server.address().port}` })
  const headers = { "x-undefined": undefined, "x-null": null }
  const seen = await client.fetch("/store/carts", { query: { a: undefined, b: "1" }, headers })
  check("the query the server saw", seen.url, "/store/carts?b=1")
  check("header of null", seen.null_header, "(none)")
  check("header of undefined", seen.undefined_header, "undefined")
  process.exit()
})
EOF
echo "as stated: medusa-js-sdk-undefined-header"
