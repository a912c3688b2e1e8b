/** @typedef {import("./rows/index.mjs").Row & { figure: import("./rows/index.mjs").Figure }} Measured */

/** @param {Measured[]} measured @param {Map<string, number>} [before] what another checkout's bench has seen, by name */
export function table(measured, before) {
  const head = ["", "must", "goal", ...(before ? ["before"] : []), "seen", "worst round", ""]
  const lines = measured.map(({ name, must, goal, unit, moreIsBetter, figure: { seen, worst, note = "" } }) => {
    const isMet = must === undefined || (moreIsBetter ? seen >= must : seen <= must)
    const figures = [must, goal, ...(before ? [before.get(name)] : []), seen, worst].map((value) => figure(value, unit))
    return [name, ...figures, isMet ? note : `${note} MISSED`.trim()]
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
