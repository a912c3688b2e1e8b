import { createReadStream } from "node:fs"
import { open, readdir, readFile, stat } from "node:fs/promises"
import path from "node:path"
import { createInterface } from "node:readline"
import { Readable } from "node:stream"

import { parse } from "csv-parse"

import { messageOf, InvalidInput } from "../../domain/errors"
import { MANIFEST_FILE } from "../../domain/exports/manifest"
import { csvDelimiter } from "../../domain/imports/csv-delimiter"
import { fileKind, isHistory } from "../../domain/imports/file-kind"
import { columnName } from "../../domain/imports/mapping"
import { readRow, type RowContext } from "../../domain/imports/read-row"
import type { ReadRow } from "../../domain/imports/records"
import { plainCell } from "../../domain/text/safe-cell"
import type { SourceRow } from "../../modules/affiliate"
import { decodeUtf8 } from "./decode-utf8"

const PAGE = 2000
/** A list in one piece has to be held; more of it belongs into lines. */
const LARGEST_JSON = 64 * 1024 * 1024

/** A line of a file: its cells by column, or why it cannot be read. */
interface Line {
  line: number
  cells: ((column: string) => unknown) | { problem: string }
}

/** The files that an import reads: the one that is named, or those of a folder. @throws InvalidInput without any. */
export async function importFiles(source: string): Promise<string[]> {
  const found = await stat(source).catch(() => null)
  if (!found) throw new InvalidInput(source, "is no file and no folder")
  if (!found.isDirectory()) return [source]
  const names = (await readdir(source)).filter(
    (name) => /\.(csv|jsonl|ndjson|json)$/i.test(name) && name !== MANIFEST_FILE && !isHistory(name)
  )
  if (names.length === 0) throw new InvalidInput(source, "has no CSV or JSON file in it")
  return names.sort().map((name) => path.join(source, name))
}

/** The rows of files, page by page, each read and checked by itself. @throws InvalidInput that names a file which cannot be read at all. */
export async function* readFiles(files: string[], context: RowContext, counted: Map<string, number>): AsyncGenerator<SourceRow[]> {
  let page: SourceRow[] = []
  for (const file of files) {
    const name = path.basename(file)
    counted.set(name, 0)
    for await (const read of readOne(file, name, context)) {
      counted.set(name, (counted.get(name) ?? 0) + 1)
      page.push({ file: name, ...read })
      if (page.length < PAGE) continue
      yield page
      page = []
    }
  }
  if (page.length > 0) yield page
}

async function* readOne(file: string, name: string, context: RowContext): AsyncGenerator<{ line: number; read: ReadRow }> {
  const { columns, lines } = await (/\.csv$/i.test(name) ? openCsv(file, name) : openJson(file, name))
  if (columns === null) return
  const kind = fileKind(name, columns, context.mapping)
  for await (const { line, cells } of lines) {
    const read: ReadRow =
      typeof cells === "function"
        ? readRow(kind, cells, context)
        : { kind, records: [], faults: [{ field: "line", problem: cells.problem }] }
    yield { line, read }
  }
}

interface OpenFile {
  /** Null of an empty file. */
  columns: string[] | null
  lines: AsyncIterable<Line>
}

async function openCsv(file: string, name: string): Promise<OpenFile> {
  const delimiter = csvDelimiter(await firstBytes(file))
  const parser = createReadStream(file)
    .pipe(decodeUtf8(name))
    .on("error", (error) => parser.destroy(error))
    .pipe(parse({ delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true }))
  const records = (parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)[Symbol.asyncIterator]()
  const header = await orNamed(name, () => records.next())
  if (header.done) return { columns: null, lines: Readable.from([]) }
  const columns = header.value.record.map(columnName)
  const position = new Map(columns.map((column, index) => [column, index]))

  async function* lines(): AsyncGenerator<Line> {
    for (let next = await orNamed(name, () => records.next()); !next.done; next = await orNamed(name, () => records.next())) {
      const { record, info } = next.value
      yield {
        line: info.lines,
        cells: record.length === columns.length ? cellsOf(record) : { problem: lengths(record.length, columns.length) },
      }
    }
  }
  const cellsOf = (record: string[]) => (column: string) => {
    const index = position.get(column)
    return index === undefined ? undefined : plainCell(record[index] ?? "")
  }
  return { columns, lines: lines() }
}

const lengths = (found: number, wanted: number): string => `must have ${wanted} cells, as the first line, and has ${found}`

async function openJson(file: string, name: string): Promise<OpenFile> {
  const isList = (await firstBytes(file)).trimStart().startsWith("[")
  const texts = isList ? listOf(file, name) : linesOf(file, name)
  const iterator = texts[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return { columns: null, lines: Readable.from([]) }
  const columns = "value" in first.value ? Object.keys(first.value.value).map(columnName) : []

  async function* lines(): AsyncGenerator<Line> {
    for (let next = first; !next.done; next = await iterator.next()) {
      const { line } = next.value
      yield { line, cells: "value" in next.value ? insideOf(next.value.value) : next.value }
    }
  }
  return { columns, lines: lines() }
}

type JsonLine = { line: number } & ({ value: Record<string, unknown> } | { problem: string })

async function* linesOf(file: string, name: string): AsyncGenerator<JsonLine> {
  const decoded = createReadStream(file).pipe(decodeUtf8(name))
  let line = 0
  for await (const text of createInterface({ input: decoded, crlfDelay: Infinity })) {
    line++
    if (text.trim() !== "") yield { line, ...objectOf(text) }
  }
}

async function* listOf(file: string, name: string): AsyncGenerator<JsonLine> {
  if ((await stat(file)).size > LARGEST_JSON)
    throw new InvalidInput(name, "is too large for one list: write one object in each line instead")
  const list = parsed(await readFile(file, "utf8"))
  if (!Array.isArray(list)) throw new InvalidInput(name, "must be a list of objects, or one object in each line")
  for (const [index, value] of list.entries())
    yield { line: index + 1, ...(isObject(value) ? { value } : { problem: "must be an object" }) }
}

function objectOf(text: string): { value: Record<string, unknown> } | { problem: string } {
  const value = parsed(text)
  return isObject(value) ? { value } : { problem: "must be a JSON object" }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""))
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value)

/** Finds a value by its column, `links.0.token` inside of what is nested. */
function insideOf(value: Record<string, unknown>): (column: string) => unknown {
  const named = new Map(Object.entries(value).map(([key, inner]) => [columnName(key), inner]))
  return (column) => {
    const [first = "", ...inside] = column.split(".")
    return inside.reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      named.get(first)
    )
  }
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.toString("utf8", 0, bytesRead).replace(/^\ufeff/, "")
  } finally {
    await handle.close()
  }
}

async function orNamed<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof InvalidInput ? error : new InvalidInput(name, `cannot be read as CSV: ${messageOf(error)}`)
  }
}
