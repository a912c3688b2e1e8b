/** @typedef {import("./walk.mjs").Step} Step */

/** How many answers of two walks are the same. @param {Step[]} without @param {Step[]} found @returns {number} @throws naming what differs */
export function sameAnswers(without, found) {
  const differing = without.flatMap((step, index) => compare(step, found[index], `${step.step} (${index})`))
  const lengths = without.length === found.length ? [] : [`${without.length} answers without the plugin, ${found.length} with it`]
  const problems = [...lengths, ...differing]
  if (problems.length > 0) throw new Error(problems.slice(0, 20).join("\n"))
  return found.length
}

/** @param {any} one @param {any} other @param {string} path @returns {string[]} */
function compare(one, other, path) {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) {
    return one === other ? [] : [`${path}: ${JSON.stringify(one)} without the plugin, ${JSON.stringify(other)} with it`]
  }
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => compare(one[key], other[key], `${path}.${key}`))
}
