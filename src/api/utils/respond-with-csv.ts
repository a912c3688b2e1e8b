import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify"

import { csvFormat, type DecimalSign } from "../../domain/text/csv-format"
import { asDatedDownload } from "./as-download"

interface CsvFile<Row> {
  /** What the file is called, before its day. */
  name: string
  header: string[]
  toLine: (row: Row, sign: DecimalSign) => string[]
  sign: DecimalSign
}

/** Sends pages of rows as they are read, so that their number costs no memory. The byte order mark makes spreadsheets read the file as UTF-8. */
export async function respondWithCsv<Row>(
  req: MedusaRequest,
  res: MedusaResponse,
  pages: AsyncGenerator<Row[]>,
  { name, header, toLine, sign }: CsvFile<Row>
): Promise<void> {
  // Read before anything is sent, so that an error is still answered as one.
  const first = await pages.next()
  async function* lines(): AsyncGenerator<string[]> {
    yield header
    for (let page = first; !page.done; page = await pages.next()) yield* page.value.map((row) => toLine(row, sign))
  }
  try {
    await pipeline(Readable.from(lines()), stringify({ ...csvFormat(sign), bom: true }), asDatedDownload(res, name, "csv"))
  } catch (error) {
    // The connection is closed without an end, so that the client notices an incomplete file. Or it was the client that closed it.
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`The export of ${name} broke off: ${String(error)}`)
  }
}
