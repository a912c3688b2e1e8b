import type { StatementDocument, Party } from "../domain/statements/statement-document"
import { leading, PAGE, RULES, STYLES, WIDTH, type PdfPages } from "./pages"

const RIGHT_HALF = 318
const LABELS = 84
const PARTY_WIDTH = RIGHT_HALF - PAGE.left - 24
const MOST_LINES = 3

/** Who writes to whom, about what, and what it comes to. */
export function drawHeader(pages: PdfPages, { title, issuer, recipient, facts, summary }: StatementDocument): void {
  const factsEnd = drawFacts(pages, title, facts)
  pages.y = PAGE.top
  drawParty(pages, issuer)
  pages.y = Math.max(pages.y + 18, 150)
  drawParty(pages, recipient)
  pages.y = Math.max(pages.y, factsEnd) + 22
  drawSummary(pages, summary)
}

function drawParty(pages: PdfPages, { label, lines }: Party): void {
  pages.line(label, STYLES.label)
  pages.y += 1
  for (const [n, line] of lines.entries()) {
    const style = n === 0 ? STYLES.name : STYLES.text
    for (const part of pages.type.lines(line, style, PARTY_WIDTH, MOST_LINES)) pages.line(part, style)
  }
}

/** @returns where they end. */
function drawFacts(pages: PdfPages, title: string, facts: StatementDocument["facts"]): number {
  pages.y = PAGE.top - 4
  pages.line(title, STYLES.title, RIGHT_HALF)
  pages.y += 6
  for (const [label, value] of facts) {
    pages.write(label, { ...STYLES.text, color: STYLES.label.color }, RIGHT_HALF, pages.y)
    for (const part of pages.type.lines(value, STYLES.text, PAGE.right - RIGHT_HALF - LABELS, MOST_LINES)) {
      pages.line(part, STYLES.text, RIGHT_HALF + LABELS)
    }
  }
  return pages.y
}

const BOX = 40
const PADDING = 9

/** A box with a figure in each field; the last one, which the rest comes to, is shaded. */
function drawSummary(pages: PdfPages, summary: StatementDocument["summary"]): void {
  const { y } = pages
  const field = WIDTH / summary.length
  pages.shade(PAGE.right - field, y, field, BOX)
  for (const edge of [y, y + BOX]) pages.rule(edge, RULES.thin)
  for (let n = 0; n <= summary.length; n++) pages.stroke(PAGE.left + n * field, y, PAGE.left + n * field, y + BOX, RULES.thin)
  for (const [n, [label, amount]] of summary.entries()) {
    const x = PAGE.left + n * field
    pages.write(label, STYLES.label, x + PADDING, y + 8)
    const style = n === summary.length - 1 ? STYLES.strong : STYLES.text
    const fit = Math.min(1, (field - 2 * PADDING) / pages.type.width(amount, style))
    pages.write(amount, { ...style, size: style.size * fit }, x + PADDING, y + 8 + leading(STYLES.label) + 2)
  }
  pages.y = y + BOX
}
