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
  const documents = statements.map(statementDocument)
  const title = documents.map((statement) => `${statement.title} ${statement.number}`).join(", ")
  return PdfPages.compose({ title, author: issuer.name, createdAt: new Date(issued_at) }, documents.map(partOf))
}

const partOf = (statement: StatementDocument): PdfPart => ({
  footer: (page, count) => ({ left: statement.footer, right: WORDS.page(page, count) }),
  layOut: async (pages) => {
    drawHeader(pages, statement)
    for (const table of statement.tables) await drawTable(pages, table)
    drawNotes(pages, statement.notes)
  },
})

function drawNotes(pages: PdfPages, notes: string[]): void {
  const lines = notes.flatMap((note) => [...pages.type.lines(note, STYLES.note, WIDTH), ""])
  pages.y += 20
  for (const [n, line] of lines.entries()) {
    const isAlone = n === 0 && pages.room < Math.min(lines.length, 4) * leading(STYLES.note)
    if (isAlone || pages.room < leading(STYLES.note)) pages.newPage()
    if (line === "") pages.y += 4
    else pages.line(line, STYLES.note)
  }
}
