import { InvalidInput } from "../errors"

export type StatementFormat = "json" | "csv" | "html" | "pdf"

/**
 * Reads the name of a requested statement: `2016-04` as figures, `2016-04.csv`, `.html` or `.pdf` as a file.
 *
 * @throws InvalidInput naming `period`.
 */
export function parseStatementName(name: string): { period: string; format: StatementFormat } {
  const [, period, format] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:\.(csv|html|pdf))?$/.exec(name) ?? []
  if (period === undefined)
    throw new InvalidInput("period", "must be a month such as 2016-04, as it is or with .csv, .html or .pdf behind it")
  return { period, format: (format ?? "json") as StatementFormat }
}

/** A file name of plain letters, whatever is in the parts: `statement-AFF-17-2016-04.pdf` */
export const statementFileName = (parts: string[], format: StatementFormat): string =>
  `${["statement", ...parts].join("-").replace(/[^A-Za-z0-9-]+/g, "-")}.${format}`
