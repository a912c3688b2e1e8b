#!/usr/bin/env bash
# @medusajs/utils 2.21.2: a fixed promotion that is spread over the lines of a cart is not rounded to the
# currency.
#
# 25.00 off three lines of 10.00 each cannot be split into equal cents; one would expect 8.34, 8.33 and 8.33.
# Medusa gives each line 8.333…, with twenty digits in the exact value and a float in the other, and so they are
# stored as the order's adjustments. Lines and their sums have no amount that can be paid.
#
# Here: an order is summed first and rounded once, to the currency's digits.
#
# Seen:
#   one line of three, exact: "8.3333333333333333333"
#   one line of three, as a number: 8.333333333333334
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error @medusajs/utils@2.21.2 express@4.22.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { BigNumber, calculateAdjustmentAmountFromPromotion } = require("@medusajs/utils")

const line = { quantity: 1, subtotal: 10, original_total: 10 }
const promotion = { type: "fixed", allocation: "across", value: 25, applied_value: 0, is_tax_inclusive: false }
const amount = new BigNumber(calculateAdjustmentAmountFromPromotion(line, promotion, 30))
check("one line of three, exact", amount.raw.value, "8.3333333333333333333")
check("one line of three, as a number", amount.numeric, 8.333333333333334)
EOF
echo "as stated: medusa-fixed-promotion-unrounded"
