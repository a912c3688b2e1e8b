#!/usr/bin/env bash
# @medusajs/promotion 2.21.2: the rule operator `eq` asks that all of the cart's values are in the rule, `in`
# that one is.
#
# "Customer group equals wholesale" reads as: for customers of that group. A customer who is in the group
# wholesale and in a second one fails the rule, because every group of the customer has to be among the rule's
# values. `in`, with the same single value, passes.
#
# Seen:
#   eq wholesale, customer in wholesale: true
#   eq wholesale, customer in wholesale and newsletter: false
#   in wholesale, customer in wholesale and newsletter: true
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --legacy-peer-deps \
  @medusajs/promotion@2.21.2 \
  @medusajs/framework@2.21.2 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { areRulesValidForContext } = require("@medusajs/promotion/dist/utils/validations/promotion-rule.js")

const rule = (operator) => [{ attribute: "customer.groups.id", operator, values: [{ value: "wholesale" }] }]
const customerIn = (...groups) => ({ customer: { groups: groups.map((id) => ({ id })) } })
const passes = (operator, ...groups) => areRulesValidForContext(rule(operator), customerIn(...groups))
check("eq wholesale, customer in wholesale", passes("eq", "wholesale"), true)
check("eq wholesale, customer in wholesale and newsletter", passes("eq", "wholesale", "newsletter"), false)
check("in wholesale, customer in wholesale and newsletter", passes("in", "wholesale", "newsletter"), true)
EOF
echo "as stated: medusa-promotion-rule-eq"
