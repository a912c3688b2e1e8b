import { shareOf } from "../share.mjs"

const FILES = [
  "README.md",
  "integration-tests/helpers/shop.ts",
  "integration-tests/http/links.spec.ts",
  "src/domain/period.ts",
  "src/modules/affiliate/__tests__/group-commit.unit.spec.ts",
  "src/modules/affiliate/payouts/__tests__/payouts.spec.ts",
]

describe("what a stage has to do with the files that have changed", () => {
  it.each([
    ["format", { args: [], files: FILES }],
    ["lint", { args: [], files: FILES.slice(1) }],
    ["unit", { args: ["--findRelatedTests", ...FILES.slice(1)], files: FILES.slice(1) }],
    ["module", { args: ["--runTestsByPath", FILES[5]], files: [FILES[5]] }],
    ["http", { args: ["--runTestsByPath", FILES[2]], files: [FILES[2]] }],
    ["lifecycle", undefined],
  ])("%s", (stage, share) => {
    expect(shareOf(stage, FILES)).toEqual(share)
  })

  it("builds nothing for a text", () => {
    expect(["build", "types", "lint"].map((stage) => shareOf(stage, ["README.md"]))).toEqual([undefined, undefined, undefined])
  })
})
