import { spawn } from "node:child_process"
import path from "node:path"
import { text } from "node:stream/consumers"

interface Piece {
  text: string
  x: number
  y: number
}

export interface PdfText {
  title: string
  language: string
  /** The lines of each page from top to bottom, each from left to right with a bar between its parts. */
  pages: string[][]
}

/** What a reader finds in a PDF. In a process of its own, because pdf.js is a module that jest cannot load. */
export async function pdfText(pdf: Uint8Array): Promise<PdfText> {
  const child = spawn(process.execPath, [path.join(__dirname, "print-pdf-text.mjs")], { stdio: ["pipe", "pipe", "inherit"] })
  child.stdin.end(pdf)
  const found = JSON.parse(await text(child.stdout)) as Omit<PdfText, "pages"> & { pages: Piece[][] }
  return { ...found, pages: found.pages.map(linesOf) }
}

/** Parts a word's distance apart belong together. */
function linesOf(pieces: Piece[]): string[] {
  const lines = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const y = Math.round(piece.y)
    lines.set(y, [...(lines.get(y) ?? []), piece])
  }
  return [...lines]
    .sort(([one], [other]) => other - one)
    .map(([, line]) =>
      line
        .sort((one, other) => one.x - other.x)
        .map((piece) => piece.text.trim())
        .join(" | ")
    )
}
