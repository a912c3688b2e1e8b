/**
 * What the words after `npm test --` ask for.
 *
 * @typedef {{ kind: "help" } | { kind: "error", message: string }} Answer
 * @typedef {{ kind: "all", keepGoing: boolean } | { kind: "changed", since: string | undefined, keepGoing: boolean }} Many
 * @typedef {{ kind: "stage", stage: string, args: string[] }} One
 * @typedef {Many | One} Wanted
 *
 * @param {string[]} words
 * @param {string[]} stages their names
 * @returns {Answer | Wanted}
 */
export function parseArguments(words, stages) {
  const [first, ...rest] = words
  if (first === "--help") return { kind: "help" }
  if (first !== undefined && stages.includes(first)) return { kind: "stage", stage: first, args: rest }

  const others = words.filter((word) => word !== "--keep-going")
  const keepGoing = others.length < words.length
  const [command, since, tooMuch] = others
  if (command === undefined) return { kind: "all", keepGoing }
  if (command === "changed" && tooMuch === undefined) return { kind: "changed", since, keepGoing }
  return { kind: "error", message: unknown(command === "changed" ? tooMuch : command, stages) }
}

/** @param {string | undefined} word @param {string[]} stages */
const unknown = (word, stages) => `There is no stage "${word}". The stages are: ${stages.join(" ")}. \`npm test -- --help\` tells more.`

/**
 * The sentence for a stage that was asked for tests there are not, so that a name that was spelled wrong does not pass.
 *
 * @param {string} stage
 * @param {string[]} args
 * @param {string[]} stages
 */
export const noTest = (stage, args, stages) =>
  `No test of the stage "${stage}" matches ${args.map((arg) => `"${arg}"`).join(" ") || "its pattern in jest.config.js"}. The stages are: ${stages.join(" ")}.`
