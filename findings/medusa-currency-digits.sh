#!/usr/bin/env bash
# @medusajs/utils 2.21.2: `defaultCurrencies` has other decimal digits than ISO 4217 in 21 currencies.
#
# Medusa keeps a list of currencies with `decimal_digits`, and the currency module fills its table from it. One
# would round money by it. Twenty of the digits are 0 where ISO 4217 says 2 (HUF, IDR, COP, PKR and others), and
# IQD is 0 instead of 3. The list of ISO 4217 used for comparison is that of currency-codes 2.2.0.
#
# Here: digits come from a list of the project's own, in TypeScript and in SQL.
#
# Seen:
#   currencies with other digits: 21
#   0 in Medusa, 3 in ISO 4217: "IQD"
#   0 in Medusa, 2 in ISO 4217: "AFN ALL AMD COP CRC HUF IDR IRR LBP MGA MMK MNT MUR PKR RSD SOS SYP TZS UZS YER"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  @medusajs/utils@2.21.2 \
  express@4.22.3 \
  currency-codes@2.2.0 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { defaultCurrencies } = require("@medusajs/utils")
const { code } = require("currency-codes")

const known = Object.values(defaultCurrencies).filter((currency) => code(currency.code))
const other = known.filter((currency) => code(currency.code).digits !== currency.decimal_digits)
const withDigits = (medusa, iso) =>
  other.flatMap((currency) => (currency.decimal_digits === medusa && code(currency.code).digits === iso ? currency.code : [])).join(" ")
check("currencies with other digits", other.length, 21)
check("0 in Medusa, 3 in ISO 4217", withDigits(0, 3), "IQD")
check(
  "0 in Medusa, 2 in ISO 4217",
  withDigits(0, 2),
  "AFN ALL AMD COP CRC HUF IDR IRR LBP MGA MMK MNT MUR PKR RSD SOS SYP TZS UZS YER"
)
EOF
echo "as stated: medusa-currency-digits"
