import { noTest, parseArguments } from "../arguments.mjs"

const STAGES = ["lint", "unit", "http"]

describe("the words after `npm test --`", () => {
  it.each([
    ["nothing is everything", [], { kind: "all", keepGoing: false }],
    ["everything, whatever fails", ["--keep-going"], { kind: "all", keepGoing: true }],
    ["a stage", ["unit"], { kind: "stage", stage: "unit", args: [] }],
    [
      "a stage's own arguments are its tool's",
      ["http", "store", "-t", "name"],
      { kind: "stage", stage: "http", args: ["store", "-t", "name"] },
    ],
    ["what has changed", ["changed"], { kind: "changed", since: undefined, keepGoing: false }],
    ["what has changed since a commit", ["changed", "v1", "--keep-going"], { kind: "changed", since: "v1", keepGoing: true }],
    ["help", ["--help"], { kind: "help" }],
  ])("%s", (_, words, answer) => {
    expect(parseArguments(words, STAGES)).toEqual(answer)
  })

  it("an unknown stage is named, beside those there are", () => {
    expect(parseArguments(["untit"], STAGES)).toEqual({
      kind: "error",
      message: 'There is no stage "untit". The stages are: lint unit http. `npm test -- --help` tells more.',
    })
    expect(parseArguments(["changed", "v1", "v2"], STAGES)).toMatchObject({ kind: "error" })
  })

  it("a name that no test has is told", () => {
    expect(noTest("unit", ["nosuchfile"], STAGES)).toBe('No test of the stage "unit" matches "nosuchfile". The stages are: lint unit http.')
  })
})
