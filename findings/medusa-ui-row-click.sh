#!/usr/bin/env bash
# @medusajs/ui 4.2.6: a row of DataTable gives `onRowClick` another row than its type says.
#
# `onRowClick(event, row)` is typed with the row of `data`. A click hands over the row of TanStack Table, in which
# the row of `data` is `original`. TypeScript agrees to `row.handle`, which is undefined: a table that opens
# `/products/${row.handle}` opens `/products/undefined`. `id` is there, but it is TanStack's: `getRowId` says what.
# The dashboard's DataTable passes its `rowHref` through the same callback.
#
# Here: src/admin takes the row of `data` out of what it is given.
#
# Seen:
#   handle: undefined
#   original: {"id":"prod_1","handle":"lamp"}
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --legacy-peer-deps \
  @medusajs/ui@4.2.6 @medusajs/icons@2.21.2 react@18.3.1 react-dom@18.3.1 jsdom@24.1.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { JSDOM } = require("jsdom")
const { window } = new JSDOM("<div id='root'></div>", { pretendToBeVisual: true })
globalThis.window = window
globalThis.document = window.document
for (const name of ["Node", "HTMLElement", "Element", "MutationObserver", "getComputedStyle"]) globalThis[name] = window[name]
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true })
globalThis.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} }
window.Element.prototype.scroll = () => {}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const React = require("react")
const { createRoot } = require("react-dom/client")
const { DataTable, TooltipProvider, createDataTableColumnHelper, useDataTable } = require("@medusajs/ui")

const helper = createDataTableColumnHelper()
let given
function Products() {
  const instance = useDataTable({
    data: [{ id: "prod_1", handle: "lamp" }],
    columns: [helper.accessor("handle", { header: "Handle" })],
    getRowId: ({ id }) => id,
    rowCount: 1,
    onRowClick: (_event, row) => (given = row),
  })
  return React.createElement(TooltipProvider, null, React.createElement(DataTable, { instance }, React.createElement(DataTable.Table)))
}

React.act(() => createRoot(document.getElementById("root")).render(React.createElement(Products)))
React.act(() => document.querySelector("tbody tr").click())
check("handle", given.handle ?? "undefined", "undefined")
check("original", given.original, { id: "prod_1", handle: "lamp" })
process.exit()
EOF
echo "as stated: medusa-ui-row-click"
