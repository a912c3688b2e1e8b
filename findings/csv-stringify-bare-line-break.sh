#!/usr/bin/env bash
# csv-stringify 6.9.0: a line break inside a cell loses its quotes as soon as the record delimiter is named.
#
# RFC 4180 wants every cell with a line break in quotes, and the default does that. With `record_delimiter:
# "windows"` only the exact delimiter is still quoted: a cell with a bare line feed or carriage return is
# written bare, and a spreadsheet reads the rest of it as the next row. The option `quote_record_delimiter` is
# true by default, but only as long as no delimiter is given.
#
# Here: every CSV sets `quote_record_delimiter: true`.
#
# Seen:
#   no option: "\"line\nfeed\",\"carriage\rreturn\",\"both\r\nof them\",none\n"
#   record_delimiter windows: "line\nfeed,carriage\rreturn,\"both\r\nof them\",none\r\n"
#   and quote_record_delimiter: "\"line\nfeed\",\"carriage\rreturn\",\"both\r\nof them\",none\r\n"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error csv-stringify@6.9.0 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { stringify } = require("csv-stringify/sync")

const cells = [["line\nfeed", "carriage\rreturn", "both\r\nof them", "none"]]
check("no option", stringify(cells), '"line\nfeed","carriage\rreturn","both\r\nof them",none\n')
check(
  "record_delimiter windows",
  stringify(cells, { record_delimiter: "windows" }),
  'line\nfeed,carriage\rreturn,"both\r\nof them",none\r\n'
)
check(
  "and quote_record_delimiter",
  stringify(cells, { record_delimiter: "windows", quote_record_delimiter: true }),
  '"line\nfeed","carriage\rreturn","both\r\nof them",none\r\n'
)
EOF
echo "as stated: csv-stringify-bare-line-break"
