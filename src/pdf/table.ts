import { setImmediate } from "node:timers/promises"

import type { DocumentColumn, DocumentTable } from "../domain/statements/statement-document"
import { leading, PAGE, RULES, STYLES, WIDTH, type PdfPages } from "./pages"
import { directionOf } from "./text-runs"
import type { TextStyle } from "./typesetter"

const GAP = 12
const PADDING = 3.5
const MOST_LINES = 12
const WIDEST_CODE = 92
/** How many rows are measured or drawn before others get their turn. */
const TURN = 100

const LOOK_AHEAD = 3
/** What is taller than that stands on a page of its own anyway. */
const TALLEST = 600

const HEAD_HEIGHT = leading(STYLES.label) + 2 * PADDING
const TITLE_HEIGHT = leading(STYLES.heading) + 4

interface PlacedColumn extends DocumentColumn {
  left: number
  width: number
}

interface Row {
  style: TextStyle
  cells: Cell[]
  height: number
}

interface Cell {
  lines: string[]
  direction: "ltr" | "rtl"
}

/**
 * Draws a table over as many pages as it needs. Each begins with its head; a row stands on one page, and neither the first two rows nor the
 * last two with their total are torn apart.
 */
export async function drawTable(pages: PdfPages, table: DocumentTable): Promise<void> {
  const columns = await placed(pages, table)
  const rowOf = (cells: string[]): Row => shaped(pages, columns, cells)
  const total = { cells: table.total.map(single), style: STYLES.total, height: leading(STYLES.total) + 2 * PADDING }
  const { rows } = table
  pages.y += 24
  if (rows.length === 0) {
    drawEmpty(pages, table)
    return
  }

  const ahead: Row[] = []
  for (let n = 0; n < rows.length; n++) {
    while (ahead.length < LOOK_AHEAD && n + ahead.length < rows.length) ahead.push(rowOf(rows[n + ahead.length] ?? []))
    const kept = keptTogether(n, rows.length)
    const together = [...ahead.slice(0, kept), ...(n + kept === rows.length ? [total] : [])]
    const height = together.reduce((sum, row) => sum + row.height, n === 0 ? TITLE_HEIGHT + HEAD_HEIGHT : 0)
    if (pages.room < Math.min(height, TALLEST)) pages.newPage()
    if (n === 0) drawTitle(pages, table.title)
    if (n === 0 || pages.y === PAGE.top) drawHeader(pages, columns)
    drawRow(pages, columns, ahead.shift() ?? total)
    pages.rule(pages.y, RULES.hair)
    if (n % TURN === TURN - 1) await setImmediate()
  }
  pages.rule(pages.y, RULES.ink, 0.75)
  drawRow(pages, columns, total)
  pages.rule(pages.y, RULES.ink, 0.75)
}

/** How many rows, from the nth on, stand on one page: the first two, the last two, and so all three where there are no more. */
function keptTogether(n: number, count: number): number {
  const left = count - n
  if (n === 0) return left <= LOOK_AHEAD ? left : 2
  return left === 2 ? 2 : 1
}

function drawEmpty(pages: PdfPages, { title, empty }: DocumentTable): void {
  if (pages.room < 3 * TITLE_HEIGHT) pages.newPage()
  drawTitle(pages, title)
  pages.line(empty ?? "", STYLES.text)
}

function drawTitle(pages: PdfPages, title: string): void {
  pages.line(title, STYLES.heading)
  pages.y += TITLE_HEIGHT - leading(STYLES.heading)
}

function drawHeader(pages: PdfPages, columns: PlacedColumn[]): void {
  const cells = columns.map(({ label }) => single(label))
  drawRow(pages, columns, { cells, style: STYLES.label, height: HEAD_HEIGHT })
  pages.rule(pages.y, RULES.ink, 0.75)
}

function drawRow(pages: PdfPages, columns: PlacedColumn[], { cells, style, height }: Row): void {
  for (const [n, { holds, left, width }] of columns.entries()) {
    const { lines, direction } = cells[n] ?? single("")
    const align = holds === "figure" || direction === "rtl" ? "right" : "left"
    for (const [line, text] of lines.entries()) {
      const top = pages.y + PADDING + line * leading(style)
      pages.write(text, style, align === "right" ? left + width : left, top, { align, direction })
    }
  }
  pages.y += height
}

const single = (text: string): Cell => ({ lines: [text], direction: "ltr" })

function shaped(pages: PdfPages, columns: PlacedColumn[], row: string[]): Row {
  const style = STYLES.row
  const cells = columns.map(({ holds, width }, n): Cell => {
    const text = row[n] ?? ""
    if (holds === "figure" || holds === "date") return single(text)
    return { lines: pages.type.lines(text, style, width, MOST_LINES), direction: directionOf(text) }
  })
  return { cells, style, height: Math.max(...cells.map(({ lines }) => lines.length)) * leading(style) + 2 * PADDING }
}

/** Figures and dates are as wide as the widest one, texts share what is left. */
async function placed(pages: PdfPages, table: DocumentTable): Promise<PlacedColumn[]> {
  const { columns } = table
  const widths = await widestOf(pages, table)
  const texts = columns.filter(({ holds }) => holds === "text").length
  const left = WIDTH - widths.reduce((sum, width) => sum + width, 0) - GAP * (columns.length - 1)
  let x: number = PAGE.left
  return columns.map((column, n) => {
    const width = column.holds === "text" ? left / texts : (widths[n] ?? 0)
    const place = { ...column, left: x, width }
    x += width + GAP
    return place
  })
}

/** How wide each column has to be; 0 of texts, which take what there is. */
async function widestOf({ type }: PdfPages, { columns, rows, total }: DocumentTable): Promise<number[]> {
  const widest = columns.map(({ label, holds }, n) =>
    Math.max(type.width(label, STYLES.label), holds === "figure" ? type.width(total[n] ?? "", STYLES.total) : 0)
  )
  for (const [n, row] of rows.entries()) {
    for (const [column, text] of row.entries()) {
      if (columns[column]?.holds !== "text") widest[column] = Math.max(widest[column] ?? 0, type.width(text, STYLES.row))
    }
    if (n % TURN === TURN - 1) await setImmediate()
  }
  return columns.map(({ holds }, n) => {
    if (holds === "text") return 0
    return holds === "code" ? Math.min(widest[n] ?? 0, WIDEST_CODE) : (widest[n] ?? 0)
  })
}
