import fc from "fast-check"

import { unstorableField } from "../storable-text"

describe("unstorableField", () => {
  it.each([
    ["a NUL", { reason: "a\0b" }, "reason"],
    ["a NUL alone", { reason: "\0" }, "reason"],
    ["half of a surrogate pair", { reason: "a\ud800" }, "reason"],
    ["the other half", { reason: "\udc00a" }, "reason"],
    ["a NUL in a list", { ids: ["a", "b\0"] }, "ids.1"],
    ["a NUL further in", { statement_settings: { tax_note: "\0" } }, "statement_settings.tax_note"],
    ["a name", { metadata: { "a\0": 1 } }, "metadata"],
    ["a name at the top", { "\0": 1 }, "a field"],
  ])("names the field with %s", (_, sent, field) => {
    expect(unstorableField(sent)).toBe(field)
  })

  it.each([
    ["nothing", {}],
    ["a whole pair", { reason: "🦊" }],
    ["other control characters", { reason: "a\u0001\r\n\t\u001f" }],
    ["no texts", { a: 1, b: null, c: true, d: undefined }],
    ["what only looks like it", { reason: String.raw`\u0000` }],
  ])("finds nothing in %s", (_, sent) => {
    expect(unstorableField(sent)).toBeNull()
  })

  it("goes as deep as anybody cares to send", () => {
    const sent = JSON.parse(`${'{"a":'.repeat(20_000)}"\\u0000"${"}".repeat(20_000)}`) as object
    expect(unstorableField(sent)).toHaveLength(39_999)
  })

  it("finds what JSON says is there", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" })), (sent) => {
        expect(unstorableField(sent) !== null).toBe(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(sent)))
      })
    )
  })
})
