import type { Chart } from "./chart"

/** The chart's figures as a table, for people who do not see the picture. Texts go in as texts, whatever they hold. */
export function chartTable({ caption, columns, points }: Pick<Chart, "caption" | "columns" | "points">): HTMLTableElement {
  const table = document.createElement("table")
  table.createCaption().textContent = caption
  const head = table.createTHead().insertRow()
  for (const column of columns) head.append(cell("th", column, "col"))
  const body = table.createTBody()
  for (const { label, text } of points) body.insertRow().append(cell("th", label, "row"), cell("td", text))
  return table
}

function cell(tag: "th" | "td", text: string, scope?: string): HTMLTableCellElement {
  const made = document.createElement(tag)
  made.textContent = text
  if (scope) made.scope = scope
  return made
}
