import { h } from "./dom.js"

/**
 * @param {[name: string, isMoney?: boolean][]} columns
 * @param {(Node | string | number | null)[][]} rows a cell for each column
 */
export function table(columns, rows) {
  const tag = (name, isMoney) => (isMoney ? `${name}.money` : name)
  const head = columns.map(([name, isMoney]) => h(tag("th", isMoney), { scope: "col" }, name))
  const body = rows.map((cells) => h("tr", {}, ...cells.map((cell, index) => h(tag("td", columns[index][1]), {}, cell))))
  return h("div.scroll", {}, h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body)))
}
