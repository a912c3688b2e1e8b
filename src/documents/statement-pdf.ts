import type { Readable } from "node:stream"

import { statementPaper } from "../domain/statement/paper"
import type { IssuedStatement } from "../domain/statement/statement"
import { WORDS } from "../domain/statement/statement-words"
import { drawHead } from "./paper-head"
import { drawTable } from "./paper-table"
import { leading, Sheet, STYLES, WIDTH, type Footer } from "./sheet"

/** Draws a statement as a PDF, ready to be sent when this resolves. The same statement gives the same bytes. */
export function statementPdf(statement: IssuedStatement): Promise<Readable> {
  const paper = statementPaper(statement)
  const info = { title: `${paper.title} ${paper.number}`, author: statement.issuer.name, createdAt: new Date(statement.issued_at) }
  const footer: Footer = (page, pages) => ({ left: paper.footer, right: WORDS.page(page, pages) })
  return Sheet.compose(info, footer, async (sheet) => {
    drawHead(sheet, paper)
    for (const table of paper.tables) await drawTable(sheet, table)
    drawNotes(sheet, paper.notes)
  })
}

function drawNotes(sheet: Sheet, notes: string[]): void {
  const lines = notes.flatMap((note) => [...sheet.type.lines(note, STYLES.note, WIDTH), ""])
  sheet.y += 20
  for (const [n, line] of lines.entries()) {
    const isAlone = n === 0 && sheet.room < Math.min(lines.length, 4) * leading(STYLES.note)
    if (isAlone || sheet.room < leading(STYLES.note)) sheet.newPage()
    if (line === "") sheet.y += 4
    else sheet.line(line, STYLES.note)
  }
}
