import { hashToken, invalidInvitation, invitationUrl, readInvitation, type InvitationInput } from "../invitation"

const ADDRESS = "anna@example.com"
const invited = { email: ADDRESS, commission_percent: null, note: null }

describe("an invitation as people type it", () => {
  it.each<[string, InvitationInput, unknown]>([
    ["an address alone", { email: ADDRESS }, invited],
    ["in capitals, pasted with blanks", { email: "\u200b Anna@Example.com\u00a0" }, invited],
    ["an empty rate is the program's", { email: ADDRESS, commission_percent: "", note: "  " }, invited],
    ["null is the program's too", { email: ADDRESS, commission_percent: null, note: null }, invited],
    ["a rate, also nothing", { email: ADDRESS, commission_percent: 0 }, { ...invited, commission_percent: "0" }],
    ["a rate in text", { email: ADDRESS, commission_percent: "12.50" }, { ...invited, commission_percent: "12.5" }],
    ["a note, as it reads", { email: ADDRESS, note: " Hi\u00a0<b>Anna</b> " }, { ...invited, note: "Hi <b>Anna</b>" }],
    ["no address", { email: "anna" }, "invalid_email"],
    ["two addresses", { email: "anna@example.com, otto@example.com" }, "invalid_email"],
    ["a name beside it", { email: "Anna <anna@example.com>" }, "invalid_email"],
    ["a line break for a header", { email: "anna@example.com\r\nBcc: all@example.com" }, "invalid_email"],
    ["an endless one", { email: `${"a".repeat(320)}@example.com` }, "invalid_email"],
    ["a rate above everything", { email: ADDRESS, commission_percent: "101" }, "invalid_percent"],
    ["a rate that is none", { email: ADDRESS, commission_percent: "ten" }, "invalid_percent"],
  ])("%s", (_, input, expected) => {
    expect(readInvitation(input)).toEqual(expected)
  })
})

it("leads to the program's sign-up page, whatever stands in the token", () => {
  expect(invitationUrl("https://api.example.com/", "friends", "a+b/c")).toBe(
    "https://api.example.com/affiliate/portal/join/friends?invitation=a%2Bb%2Fc"
  )
})

it("stores a token only as its hash", () => {
  expect(hashToken("secret")).toBe("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b")
})

it("says why it does not hold, with one code", () => {
  expect(invalidInvitation("expired")).toMatchObject({
    kind: "invalid",
    code: "invalid_invitation",
    field: "token",
    message: "token: the invitation does not hold: it has expired",
  })
})
