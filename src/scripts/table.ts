/** Lays rows out in columns. The columns in `right` (by index) are aligned to the right, as figures are. */
export function table(rows: string[][], right: number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)))
  const cell = (text: string, column: number): string =>
    right.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n")
}

/** A decimal with its sign: "3.00" -> "+3.00". */
export const withSign = (decimal: string): string => (/^-|^[0.]+$/.test(decimal) ? decimal : `+${decimal}`)
