#!/usr/bin/env bash
# @medusajs/js-sdk 2.21.2: an answer without a body (204) makes `client.fetch` fail.
#
# 204 No Content is a success. The client parses the body of every success as JSON, because it asks for JSON
# unless told otherwise, and throws a SyntaxError: the caller sees a failure of what was done. With another
# `accept` the caller gets the raw Response.
#
# Here: no route of the API answers 204.
#
# Seen:
#   204, no headers given: "SyntaxError"
#   204, accept */*: 204
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

const server = createServer((_request, response) => response.writeHead(204).end())
server.listen(0, async () => {
  const { client } = new Medusa({ baseUrl: `http://127.0.0.1:${server.address().port}` })
  const remove = (headers) =>
    client.fetch("/store/wishes/1", { method: "DELETE", headers }).then(({ status }) => status, ({ name }) => name)
  check("204, no headers given", await remove({}), "SyntaxError")
  check("204, accept */*", await remove({ accept: "*/*" }), 204)
  process.exit()
})
EOF
echo "as stated: medusa-js-sdk-empty-answer"
