import type { Readable } from "node:stream"

import { statementDocument, type StatementDocument } from "../domain/statements/statement-document"
import type { IssuedStatement } from "../domain/statements/statement"
import { WORDS } from "../domain/statements/statement-words"
import { drawHeader } from "./header"
import { drawTable } from "./table"
import { leading, PdfPages, STYLES, WIDTH, type PdfPart } from "./pages"

/** Draws statements as one PDF, ready to be sent when this resolves. The same statements give the same bytes. */
export function statementPdf(statements: [IssuedStatement, ...IssuedStatement[]]): Promise<Readable> {
  const [{ issuer, issued_at }] = statements
  const papers = statements.map(statementDocument)
  const title = papers.map((paper) => `${paper.title} ${paper.number}`).join(", ")
  return PdfPages.compose({ title, author: issuer.name, createdAt: new Date(issued_at) }, papers.map(partOf))
}

const partOf = (paper: StatementDocument): PdfPart => ({
  footer: (page, pages) => ({ left: paper.footer, right: WORDS.page(page, pages) }),
  layOut: async (sheet) => {
    drawHeader(sheet, paper)
    for (const table of paper.tables) await drawTable(sheet, table)
    drawNotes(sheet, paper.notes)
  },
})

function drawNotes(sheet: PdfPages, notes: string[]): void {
  const lines = notes.flatMap((note) => [...sheet.type.lines(note, STYLES.note, WIDTH), ""])
  sheet.y += 20
  for (const [n, line] of lines.entries()) {
    const isAlone = n === 0 && sheet.room < Math.min(lines.length, 4) * leading(STYLES.note)
    if (isAlone || sheet.room < leading(STYLES.note)) sheet.newPage()
    if (line === "") sheet.y += 4
    else sheet.line(line, STYLES.note)
  }
}
