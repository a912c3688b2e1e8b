import { isOverAt, mayBeSentAgain, withoutDetails } from "../payout-sending"

describe("mayBeSentAgain", () => {
  const now = new Date("2016-05-01T12:00:00.000Z")
  it.each([
    ["this moment", "2016-05-01T12:00:00.000Z", false],
    ["a millisecond short of a quarter of an hour ago", "2016-05-01T11:45:00.001Z", false],
    ["a quarter of an hour ago", "2016-05-01T11:45:00.000Z", true],
    ["by a clock that is ahead of ours", "2016-05-01T12:30:00.000Z", false],
  ])("sent %s: %s", (_, sentAt, may) => expect(mayBeSentAgain(new Date(sentAt), now)).toBe(may))
})

describe("isOverAt", () => {
  it("is the first moment at which it may be sent again", () => {
    const sentAt = new Date("2016-05-01T11:45:00.000Z")
    const over = isOverAt(sentAt)
    expect(over).toEqual(new Date("2016-05-01T12:00:00.000Z"))
    expect([mayBeSentAgain(sentAt, new Date(over.getTime() - 1)), mayBeSentAgain(sentAt, over)]).toEqual([false, true])
  })
})

describe("withoutDetails", () => {
  const details = { iban: "DE89370400440532013000", account_holder: "Anna", country_code: "DE" }
  it.each([
    ["nothing of them", "connection lost", "connection lost"],
    ["an account, twice", "no DE89370400440532013000, no DE89370400440532013000", "no ***, no ***"],
    ["a name in a text", 'cannot pay "Anna"', 'cannot pay "***"'],
    ["an account in groups", "no DE89 3704 0044 0532 0130 00.", "no ***."],
    ["with dashes, and other blanks", "no DE89-3704–0044\u00a00532\u202f0130 - 00.", "no ***."],
    ["in small letters", "no de89370400440532013000 of ANNA", "no *** of ***"],
    ["what is too short to tell anything", "DE is closed today", "DE is closed today"],
    ["the rest of a novel", "x".repeat(400), "x".repeat(300)],
  ])("%s", (_, message, shown) => expect(withoutDetails(message, details)).toBe(shown))

  it("what was entered in groups is found without them", () => {
    expect(withoutDetails("12345678 or 1234-5678", { account_number: "1234 5678" })).toBe("*** or ***")
  })

  it("nothing in them is a pattern", () => {
    const details = { a: "a.c", b: "(x|y)", c: "$&^\\", d: "[z]{1,}*+?/" }
    expect(withoutDetails("abc a.c, x (x|y), $&^\\, z [z]{1,}*+?/", details)).toBe("abc ***, x ***, ***, z ***")
  })

  it.each([["--"], ["  -  "], [""]])("a detail of nothing but %j blacks nothing out", (nothing) => {
    expect(withoutDetails("a - b -- c", { nothing })).toBe("a - b -- c")
  })

  it("the longer of two that begin alike goes first", () => {
    expect(withoutDetails("to Anna Berg", { first: "Anna", name: "Anna Berg" })).toBe("to ***")
  })
})
