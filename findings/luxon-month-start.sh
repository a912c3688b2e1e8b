#!/usr/bin/env bash
# luxon 3.7.2: the start of a month, built from year and month, is not always the first instant of that month.
#
# A monthly close asks for the instant at which a month begins in the store's time zone. `DateTime.fromObject({
# year, month, day: 1 })` is documented not to say which of two equal wall-clock times it gives. Two more things
# surprise. In Kyiv, July 1990, midnight came once, and luxon gives 01:00. In Havana, November 2026, midnight
# comes twice, and `startOf("month")` answers with the first or the second, depending on the instant it is asked
# at: one month has two starts.
#
# Here: a month begins at the earliest instant at which the zone's clocks show the 1st, computed from the
# offsets of the days around it.
#
# Seen:
#   Kyiv, 1 July 1990 from year and month: "1990-07-01T01:00:00.000+04:00"
#   Kyiv, an hour earlier: "1990-07-01T00:00:00.000+04:00"
#   Havana, start of the month of 04:30 UTC: "2026-11-01T04:00:00.000Z"
#   Havana, start of the month of 05:30 UTC: "2026-11-01T05:00:00.000Z"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error luxon@3.7.2 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { DateTime } = require("luxon")

const kyiv = { zone: "Europe/Kyiv" }
const built = DateTime.fromObject({ year: 1990, month: 7, day: 1 }, kyiv)
check("Kyiv, 1 July 1990 from year and month", built.toISO(), "1990-07-01T01:00:00.000+04:00")
check("Kyiv, an hour earlier", DateTime.fromISO("1990-06-30T20:00:00Z", kyiv).toISO(), "1990-07-01T00:00:00.000+04:00")

const startOfMonth = (instant) => DateTime.fromISO(instant, { zone: "America/Havana" }).startOf("month").toUTC().toISO()
check("Havana, start of the month of 04:30 UTC", startOfMonth("2026-11-01T04:30:00Z"), "2026-11-01T04:00:00.000Z")
check("Havana, start of the month of 05:30 UTC", startOfMonth("2026-11-01T05:30:00Z"), "2026-11-01T05:00:00.000Z")
EOF
echo "as stated: luxon-month-start"
