import { escapeHtml } from "../text/escape-html"
import type { StatementDocument, DocumentColumn, DocumentTable, Party } from "./statement-document"

/** Nothing but styles of its own: a page that was sent cannot run or fetch anything. */
export const PRINT_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

const STYLE = `
  @page { size: A4; margin: 18mm 16mm; }
  body { font: 10pt/1.45 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #1b1d21; max-width: 178mm; margin: 12mm auto; padding: 0 6mm; }
  header, .parties { display: flex; justify-content: space-between; gap: 12mm; }
  h1 { font-size: 17pt; margin: 0 0 4mm; } h2 { font-size: 11pt; margin: 9mm 0 2mm; }
  .label, th { color: #5c6270; font-size: 8pt; font-weight: 400; text-align: left; }
  .party { overflow-wrap: anywhere; } .party p { margin: 0; white-space: pre-wrap; } .party p:nth-of-type(2) { font-weight: 700; }
  dl { display: grid; grid-template-columns: auto auto; gap: 0 6mm; margin: 0; } dt { color: #5c6270; } dd { margin: 0; overflow-wrap: anywhere; }
  .summary { display: grid; grid-template-columns: repeat(5, 1fr); border: 1px solid #c9ccd4; margin-top: 9mm; }
  .summary div { padding: 2.5mm 3mm; } .summary div + div { border-left: 1px solid #c9ccd4; } .summary div:last-child { font-weight: 700; }
  table { width: 100%; border-collapse: collapse; } thead { display: table-header-group; } tr { break-inside: avoid; }
  th { border-bottom: 1px solid #1b1d21; } th, td { padding: 1mm 2mm 1mm 0; vertical-align: top; } td { border-bottom: 1px solid #e4e6ea; }
  td { overflow-wrap: anywhere; } .code, .date { white-space: nowrap; }
  th.text + th.text, th.text:has(+ th.text) { width: 36%; }
  .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 0; padding-left: 3mm; }
  .total td { border-top: 1px solid #1b1d21; border-bottom: 2px solid #1b1d21; font-weight: 700; break-before: avoid; }
  .notes { margin-top: 8mm; color: #40444e; font-size: 8.5pt; break-inside: avoid; }
  article + article { margin-top: 24mm; break-before: page; }
  @media print { article + article { margin-top: 0; } body { margin: 0; padding: 0; max-width: none; } h2 { break-after: avoid; } }`

/** Statements as a page to print, each on sheets of its own: one file, without a script. */
export const statementHtml = (papers: StatementDocument[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${escapeHtml(titleOf(papers))}</title><style>${STYLE}</style></head>
<body>
${papers.map(sheet).join("\n")}
</body>
</html>
`

const titleOf = (papers: StatementDocument[]): string => papers.map(({ title, number }) => `${title} ${number}`).join(", ")

function sheet({ title, issuer, recipient, facts, summary, tables, notes, footer }: StatementDocument): string {
  return `<article>
<header>${party(issuer)}<div><h1>${escapeHtml(title)}</h1><dl>${facts.map(fact).join("")}</dl></div></header>
<div class="parties">${party(recipient)}</div>
<div class="summary">${summary.map(([label, amount]) => `<div><span class="label">${escapeHtml(label)}</span><br>${escapeHtml(amount)}</div>`).join("")}</div>
${tables.map(table).join("\n")}
<div class="notes">${notes.map((note) => `<p dir="auto">${escapeHtml(note)}</p>`).join("")}<p>${escapeHtml(footer)}</p></div>
</article>`
}

const fact = ([label, value]: [string, string]): string => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`

const party = ({ label, lines }: Party): string =>
  `<div class="party"><p class="label">${escapeHtml(label)}</p>${lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join("")}</div>`

function table({ title, columns, rows, total, empty }: DocumentTable): string {
  const heading = `<h2>${escapeHtml(title)}</h2>`
  if (rows.length === 0) return `${heading}<p>${escapeHtml(empty ?? "")}</p>`
  const head = columns.map((column) => `<th class="${column.holds}">${escapeHtml(column.label)}</th>`).join("")
  const body = rows.map((row) => `<tr>${tableCells(columns, row)}</tr>`).join("\n")
  return `${heading}<table><thead><tr>${head}</tr></thead><tbody>${body}<tr class="total">${tableCells(columns, total)}</tr></tbody></table>`
}

const tableCells = (columns: DocumentColumn[], row: string[]): string =>
  columns.map(({ holds }, n) => `<td class="${holds}" dir="auto">${escapeHtml(row[n] ?? "")}</td>`).join("")
