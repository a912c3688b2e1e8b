import type { StatementDocument, Party } from "../domain/statements/statement-document"
import { leading, PAPER, RULES, STYLES, WIDTH, type PdfPages } from "./pages"

const RIGHT_HALF = 318
const LABELS = 84
const PARTY_WIDTH = RIGHT_HALF - PAPER.left - 24
const MOST_LINES = 3

/** Who writes to whom, about what, and what it comes to. */
export function drawHeader(sheet: PdfPages, { title, issuer, recipient, facts, summary }: StatementDocument): void {
  const factsEnd = drawFacts(sheet, title, facts)
  sheet.y = PAPER.top
  drawParty(sheet, issuer)
  sheet.y = Math.max(sheet.y + 18, 150)
  drawParty(sheet, recipient)
  sheet.y = Math.max(sheet.y, factsEnd) + 22
  drawSummary(sheet, summary)
}

function drawParty(sheet: PdfPages, { label, lines }: Party): void {
  sheet.line(label, STYLES.label)
  sheet.y += 1
  for (const [n, line] of lines.entries()) {
    const style = n === 0 ? STYLES.name : STYLES.text
    for (const part of sheet.type.lines(line, style, PARTY_WIDTH, MOST_LINES)) sheet.line(part, style)
  }
}

/** @returns where they end. */
function drawFacts(sheet: PdfPages, title: string, facts: StatementDocument["facts"]): number {
  sheet.y = PAPER.top - 4
  sheet.line(title, STYLES.title, RIGHT_HALF)
  sheet.y += 6
  for (const [label, value] of facts) {
    sheet.write(label, { ...STYLES.text, color: STYLES.label.color }, RIGHT_HALF, sheet.y)
    for (const part of sheet.type.lines(value, STYLES.text, PAPER.right - RIGHT_HALF - LABELS, MOST_LINES)) {
      sheet.line(part, STYLES.text, RIGHT_HALF + LABELS)
    }
  }
  return sheet.y
}

const BOX = 40
const PADDING = 9

/** A box with a figure in each field; the last one, which the rest comes to, is shaded. */
function drawSummary(sheet: PdfPages, summary: StatementDocument["summary"]): void {
  const { y } = sheet
  const field = WIDTH / summary.length
  sheet.shade(PAPER.right - field, y, field, BOX)
  for (const edge of [y, y + BOX]) sheet.rule(edge, RULES.thin)
  for (let n = 0; n <= summary.length; n++) sheet.stroke(PAPER.left + n * field, y, PAPER.left + n * field, y + BOX, RULES.thin)
  for (const [n, [label, amount]] of summary.entries()) {
    const x = PAPER.left + n * field
    sheet.write(label, STYLES.label, x + PADDING, y + 8)
    const style = n === summary.length - 1 ? STYLES.strong : STYLES.text
    const fit = Math.min(1, (field - 2 * PADDING) / sheet.type.width(amount, style))
    sheet.write(amount, { ...style, size: style.size * fit }, x + PADDING, y + 8 + leading(STYLES.label) + 2)
  }
  sheet.y = y + BOX
}
