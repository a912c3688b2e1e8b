/**
 * What a stage has to do when these files have changed: unit tests of all that depends on them, and of the slower tests those that changed
 * themselves.
 *
 * @param {string} stage
 * @param {string[]} files
 * @returns {{ args: string[], files: string[] } | undefined} nothing to do
 */
export function shareOf(stage, files) {
  const { only, args } = SHARES[stage] ?? { only: (file) => specOf(stage).test(file), args: (specs) => ["--runTestsByPath", ...specs] }
  const chosen = files.filter((file) => only(file))
  return chosen.length > 0 ? { args: args(chosen), files: chosen } : undefined
}

const CODE = /\.(ts|tsx|js|mjs|cjs)$/
const MODULE_SPEC = /^src\/modules\/.*\/__tests__\/(?!.*\.unit\.spec\.ts$).*\.spec\.ts$/

/** @param {string} stage */
const specOf = (stage) => (stage === "module" ? MODULE_SPEC : new RegExp(`^integration-tests/${stage}/.*\\.spec\\.ts$`))

/** @type {Record<string, { only: (file: string) => boolean, args: (files: string[]) => string[] }>} */
const SHARES = {
  format: { only: () => true, args: () => [] },
  lint: { only: (file) => CODE.test(file), args: () => [] },
  types: { only: (file) => CODE.test(file) || file.endsWith(".json"), args: () => [] },
  unit: { only: (file) => CODE.test(file), args: (files) => ["--findRelatedTests", ...files] },
  build: { only: (file) => file.startsWith("src/"), args: () => [] },
}
