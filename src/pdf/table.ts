import { setImmediate } from "node:timers/promises"

import type { DocumentColumn, DocumentTable } from "../domain/statements/statement-document"
import { leading, PAPER, RULES, STYLES, WIDTH, type PdfPages } from "./pages"
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
export async function drawTable(sheet: PdfPages, table: DocumentTable): Promise<void> {
  const columns = await placed(sheet, table)
  const rowOf = (cells: string[]): Row => shaped(sheet, columns, cells)
  const total = { cells: table.total.map(single), style: STYLES.total, height: leading(STYLES.total) + 2 * PADDING }
  const { rows } = table
  sheet.y += 24
  if (rows.length === 0) {
    drawEmpty(sheet, table)
    return
  }

  const ahead: Row[] = []
  for (let n = 0; n < rows.length; n++) {
    while (ahead.length < LOOK_AHEAD && n + ahead.length < rows.length) ahead.push(rowOf(rows[n + ahead.length] ?? []))
    const kept = keptTogether(n, rows.length)
    const together = [...ahead.slice(0, kept), ...(n + kept === rows.length ? [total] : [])]
    const height = together.reduce((sum, row) => sum + row.height, n === 0 ? TITLE_HEIGHT + HEAD_HEIGHT : 0)
    if (sheet.room < Math.min(height, TALLEST)) sheet.newPage()
    if (n === 0) drawTitle(sheet, table.title)
    if (n === 0 || sheet.y === PAPER.top) drawHeader(sheet, columns)
    drawRow(sheet, columns, ahead.shift() ?? total)
    sheet.rule(sheet.y, RULES.hair)
    if (n % TURN === TURN - 1) await setImmediate()
  }
  sheet.rule(sheet.y, RULES.ink, 0.75)
  drawRow(sheet, columns, total)
  sheet.rule(sheet.y, RULES.ink, 0.75)
}

/** How many rows, from the nth on, stand on one page: the first two, the last two, and so all three where there are no more. */
function keptTogether(n: number, count: number): number {
  const left = count - n
  if (n === 0) return left <= LOOK_AHEAD ? left : 2
  return left === 2 ? 2 : 1
}

function drawEmpty(sheet: PdfPages, { title, empty }: DocumentTable): void {
  if (sheet.room < 3 * TITLE_HEIGHT) sheet.newPage()
  drawTitle(sheet, title)
  sheet.line(empty ?? "", STYLES.text)
}

function drawTitle(sheet: PdfPages, title: string): void {
  sheet.line(title, STYLES.heading)
  sheet.y += TITLE_HEIGHT - leading(STYLES.heading)
}

function drawHeader(sheet: PdfPages, columns: PlacedColumn[]): void {
  const cells = columns.map(({ label }) => single(label))
  drawRow(sheet, columns, { cells, style: STYLES.label, height: HEAD_HEIGHT })
  sheet.rule(sheet.y, RULES.ink, 0.75)
}

function drawRow(sheet: PdfPages, columns: PlacedColumn[], { cells, style, height }: Row): void {
  for (const [n, { holds, left, width }] of columns.entries()) {
    const { lines, direction } = cells[n] ?? single("")
    const align = holds === "figure" || direction === "rtl" ? "right" : "left"
    for (const [line, text] of lines.entries()) {
      const top = sheet.y + PADDING + line * leading(style)
      sheet.write(text, style, align === "right" ? left + width : left, top, { align, direction })
    }
  }
  sheet.y += height
}

const single = (text: string): Cell => ({ lines: [text], direction: "ltr" })

function shaped(sheet: PdfPages, columns: PlacedColumn[], row: string[]): Row {
  const style = STYLES.row
  const cells = columns.map(({ holds, width }, n): Cell => {
    const text = row[n] ?? ""
    if (holds === "figure" || holds === "date") return single(text)
    return { lines: sheet.type.lines(text, style, width, MOST_LINES), direction: directionOf(text) }
  })
  return { cells, style, height: Math.max(...cells.map(({ lines }) => lines.length)) * leading(style) + 2 * PADDING }
}

/** Figures and dates are as wide as the widest one, texts share what is left. */
async function placed(sheet: PdfPages, table: DocumentTable): Promise<PlacedColumn[]> {
  const { columns } = table
  const widths = await widestOf(sheet, table)
  const texts = columns.filter(({ holds }) => holds === "text").length
  const left = WIDTH - widths.reduce((sum, width) => sum + width, 0) - GAP * (columns.length - 1)
  let x: number = PAPER.left
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
