import { readFileSync } from "node:fs"

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, seconds: number }} FileTime
 * @typedef {{ counts?: Counts, files?: FileTime[] }} Results
 */

/** What Jest wrote with --json. @param {string} file @returns {Results} nothing, where Jest broke before it had anything to write */
export function readResults(file) {
  try {
    return resultsOf(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return {}
  }
}

/** @param {Record<string, any>} json @returns {Required<Results>} */
export function resultsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites, testResults }) {
  return {
    // A file that cannot be loaded has no test that could fail.
    counts: { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests },
    files: testResults.map((/** @type {{ name: string, startTime: number, endTime: number }} */ { name, startTime, endTime }) => ({
      name,
      seconds: (endTime - startTime) / 1000,
    })),
  }
}
