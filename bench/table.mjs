/** @typedef {import("./rows/index.mjs").Row & { figure: import("./rows/index.mjs").Figure }} Measured */

/** @param {Measured[]} measured */
export function table(measured) {
  const head = ["", "must", "goal", "seen", "worst round", ""]
  const lines = measured.map(({ name, must, goal, unit, moreIsBetter, figure: { seen, worst, note = "" } }) => {
    const isMet = must === undefined || (moreIsBetter ? seen >= must : seen <= must)
    return [name, ...[must, goal, seen, worst].map((value) => figure(value, unit)), isMet ? note : `${note} MISSED`.trim()]
  })
  const rows = [head, ...lines]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(Number(widths[0])) : cell.padStart(Number(widths[column])))).join("  ")
    )
    .join("\n")
}

/** @param {number | undefined} value @param {string} unit */
const figure = (value, unit) => (value === undefined ? "" : `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`)
