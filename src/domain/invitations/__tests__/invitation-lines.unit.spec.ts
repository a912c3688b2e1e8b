import { readInvitationLines } from "../invitation-lines"

describe("a list of people to invite", () => {
  it.each<[string, string, unknown]>([
    ["nothing", " \n \n", []],
    ["one address", "anna@example.com", [{ email: "anna@example.com" }]],
    ["one in each line", "a@x.org\r\nb@x.org\n\n c@x.org ", [{ email: "a@x.org" }, { email: "b@x.org" }, { email: "c@x.org" }]],
    ["with a rate", "a@x.org, 12.5", [{ email: "a@x.org", commission_percent: "12.5" }]],
    ["with a rate as a spreadsheet writes it", "a@x.org;12,5 %;Hello", [{ email: "a@x.org", commission_percent: "12.5", note: "Hello" }]],
    ["with a note alone", "a@x.org\t\tHello", [{ email: "a@x.org", note: "Hello" }]],
    ["a note with commas", "a@x.org,5,We love it, really", [{ email: "a@x.org", commission_percent: "5", note: "We love it, really" }]],
    ["several addresses in a line", "a@x.org, b@x.org,", [{ email: "a@x.org" }, { email: "b@x.org" }]],
    ["quotes", 'a@x.org,5,"Hi, ""Anna""\nbye"', [{ email: "a@x.org", commission_percent: "5", note: 'Hi, "Anna"\nbye' }]],
    ["a heading", "\ufeffemail,rate,note\na@x.org,5,", [{ email: "a@x.org", commission_percent: "5" }]],
    ["a single line that is no address is no heading", "anna", [{ email: "anna" }]],
    ["a wrong line among right ones", "a@x.org\nnobody", [{ email: "a@x.org" }, { email: "nobody" }]],
  ])("%s", (_, text, expected) => {
    expect(readInvitationLines(text)).toEqual(expected)
  })

  it("ends in time, whatever is pasted", () => {
    expect(readInvitationLines(`"${"a".repeat(200_000)}`).length).toBe(1)
    expect(readInvitationLines("\n".repeat(200_000))).toEqual([])
  })
})
