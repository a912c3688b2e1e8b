import { causeOf } from "../log-and-continue"

describe("what the log says of a failure", () => {
  it.each([
    ["an error", new Error("no such table"), "no such table"],
    ["a workflow's error, which has crossed a boundary", { name: "Error", message: "no such table", stack: "…" }, "no such table"],
    ["a text", "no such table", "no such table"],
    ["nothing", undefined, "undefined"],
    [
      "a whole statement before the cause",
      new Error(`${"x".repeat(1000)} - deadlock detected`),
      "x".repeat(300 - 20) + " - deadlock detected",
    ],
  ])("%s", (_label, error, expected) => expect(causeOf(error)).toBe(expected))
})
