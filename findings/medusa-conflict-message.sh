#!/usr/bin/env bash
# @medusajs/framework 2.21.2: a MedusaError CONFLICT loses its message in the HTTP error handler.
#
# A route that throws a MedusaError answers with the error's message: so it is with NOT_ALLOWED, NOT_FOUND and
# the others that are meant for clients. CONFLICT alone is answered 409 with a fixed sentence about an
# idempotency key, so that the client cannot be told what the conflict was.
#
# Here: a conflict is thrown in the shape of an http-errors error, whose message the handler keeps.
#
# Seen:
#   not_allowed: [400,"Payout 7 was settled by somebody else"]
#   conflict: [409,"The request conflicted with another request. You may retry the request with the provided Idempotency-Key."]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  @medusajs/framework@2.21.2 \
  @medusajs/cli@2.21.2 \
  ioredis@5.11.1 \
  express@4.22.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const express = require("express")
const { errorHandler } = require("@medusajs/framework/http")
const { MedusaError } = require("@medusajs/framework/utils")

const app = express()
const logger = { info() {}, error() {} }
app.use((req, _res, next) => {
  req.scope = { resolve: () => logger }
  next()
})
app.get("/:type", (req) => {
  throw new MedusaError(req.params.type, "Payout 7 was settled by somebody else")
})
app.use(errorHandler())
const server = app.listen(0, async () => {
  const answer = async (type) => {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/${type}`)
    return [response.status, (await response.json()).message]
  }
  check("not_allowed", await answer("not_allowed"), [400, "Payout 7 was settled by somebody else"])
  check("conflict", await answer("conflict"), [
    409,
    "The request conflicted with another request. You may retry the request with the provided Idempotency-Key.",
  ])
  process.exit()
})
EOF
echo "as stated: medusa-conflict-message"
