import type { InvitationInput } from "./invitation"

/**
 * The people in a list that somebody types or pastes, or in a CSV file: one in each line, the e-mail first, then the rate and a note, parted by
 * what parts the first two: a comma, a semicolon or a tab. Several addresses in a line are several people. A first line without an address is a
 * heading. Cells may stand in quotes, and then hold anything.
 */
export function readInvitationLines(text: string): InvitationInput[] {
  const lines = readCells(text.replace(/^\ufeff/, "")).filter((cells) => cells.some((cell) => cell !== ""))
  const people = lines[0]?.[0]?.includes("@") ? lines : lines.slice(lines.length > 1 ? 1 : 0)
  return people.flatMap((cells) => (areAddresses(cells) ? cells.filter(Boolean).map((email) => ({ email })) : [toPerson(cells)]))
}

const areAddresses = (cells: string[]): boolean => cells.every((cell) => cell === "" || cell.includes("@"))

const toPerson = ([email = "", rate = "", ...note]: string[]): InvitationInput => ({
  email,
  ...(rate && { commission_percent: rate.replace(/\s*%$/, "").replace(",", ".") }),
  ...(note.some(Boolean) && { note: note.join(", ") }),
})

function readCells(text: string): string[][] {
  const lines: string[][] = []
  let cells: string[] = []
  const mark = /[,;\t]/.exec(text)?.[0] ?? ","
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${mark}\\r\\n]*)(${mark}|\\r\\n|\\r|\\n|$)`, "g")
  for (const [, raw = "", end = ""] of text.matchAll(cell)) {
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"').trim() : raw.trim())
    if (end === mark) continue
    lines.push(cells)
    cells = []
    if (end === "") break
  }
  return lines
}
