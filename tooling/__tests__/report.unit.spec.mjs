import { report, total } from "../report.mjs"
import { resultsOf } from "../results.mjs"

const unit = { name: "unit", ok: true, seconds: 3, counts: { passed: 5, failed: 0, skipped: 1 } }

describe("the end of a run", () => {
  it("is one line that adds up: tests, and stages that have none", () => {
    const lint = { name: "lint", ok: true, seconds: 1 }
    expect(total([lint, unit], [])).toBe("6 passed, 0 failed, 1 skipped")
    expect(total([{ ...lint, ok: false }, unit], ["http"])).toBe("5 passed, 1 failed, 2 skipped")
  })

  it("counts a stage that could not run, and may have to", () => {
    const redis = { name: "redis", seconds: 0, skipped: "no redis-server" }
    expect(total([{ ...redis, ok: true }], [])).toBe("0 passed, 0 failed, 1 skipped")
    expect(total([{ ...redis, ok: false }], [])).toBe("0 passed, 1 failed, 0 skipped")
  })

  it("is never without a failure when a stage has failed", () => {
    expect(total([{ ...unit, ok: false }], [])).toBe("5 passed, 1 failed, 1 skipped")
  })

  it("names the ten slowest files", () => {
    const files = Array.from({ length: 12 }, (_, n) => ({ name: `${process.cwd()}/file-${n}.spec.ts`, seconds: n }))
    const lines = report([{ ...unit, files }], []).split("\n")
    expect(lines.filter((line) => line.includes("file-")).map((line) => line.trim())).toEqual(
      Array.from({ length: 10 }, (_, n) => `${11 - n}.0  file-${11 - n}.spec.ts`)
    )
  })
})

it("a file that cannot be loaded is a failure", () => {
  const json = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 1, testResults: [] }
  expect(resultsOf(json).counts).toEqual({ passed: 1, failed: 1, skipped: 0 })
})
