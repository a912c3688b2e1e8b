import fc from "fast-check"

import { InvalidInput } from "../../errors"
import { PAYOUT_DETAILS_FORMS } from "../details"

const { transfer, paypal, wise } = PAYOUT_DETAILS_FORMS
const IBAN = "DE89370400440532013000"
const anna = { account_holder: "Anna Berg", iban: IBAN }

describe("transfer", () => {
  it.each([
    ["a name and an IBAN", anna, anna],
    ["an IBAN as people write it", { ...anna, iban: " de89 3704-0044 0532 0130 00 " }, anna],
    ["an IBAN from a letter", { ...anna, iban: "IBAN: DE89\u00a03704\u202f0044\u20090532\u20110130 00\u200b" }, anna],
    ["an IBAN behind the word, in full width", { ...anna, iban: "iban ＤＥ８９　3704 0044 0532 0130 00" }, anna],
    ["a BIC from a letter", { ...anna, bic: "BIC: COBA\u00a0DE\u202fFF\u00adXXX" }, { ...anna, bic: "COBADEFFXXX" }],
    [
      "what a web page brings along",
      { ...anna, account_holder: "\u200bAnna\u00a0Be\u00adrg\u200e ", bank_name: "\ufeffBank\u3000X", country_code: "d\u200de" },
      { ...anna, bank_name: "Bank X", country_code: "DE" },
    ],
    ["marks beside their letters", { ...anna, account_holder: "Bjo\u0308rn" }, { ...anna, account_holder: "Bj\u00f6rn" }],
    ["writing turned around", { ...anna, account_holder: "An\u202ena\u202c \u2066Berg\u2069" }, anna],
    ["a BIC as people write it", { ...anna, bic: " cobadeff xxx" }, { ...anna, bic: "COBADEFFXXX" }],
    ["nulls and blanks are left out", { ...anna, bic: null, bank_name: "  ", account_number: "", bank_code: undefined }, anna],
    ["a bank's name and country", { ...anna, bank_name: "Bank", country_code: "de" }, { ...anna, bank_name: "Bank", country_code: "DE" }],
    [
      "an account number and a bank code",
      { account_holder: "王小明", account_number: " 19-2000145399 ", bank_code: "0800" },
      { account_holder: "王小明", account_number: "19-2000145399", bank_code: "0800" },
    ],
    [
      "an account number with a dash of a word processor",
      { account_holder: "Bo", account_number: "19–2000145399", bank_code: "08\u201100" },
      { account_holder: "Bo", account_number: "19-2000145399", bank_code: "08-00" },
    ],
    [
      "an account number and a BIC",
      { account_holder: "Bo", account_number: "12345678", bic: "ABNANL2A" },
      { account_holder: "Bo", account_number: "12345678", bic: "ABNANL2A" },
    ],
    ["a name with an apostrophe in front", { ...anna, account_holder: "'t Hooft" }, { ...anna, account_holder: "'t Hooft" }],
    ["a name of 70 characters", { ...anna, account_holder: "a".repeat(70) }, { ...anna, account_holder: "a".repeat(70) }],
    ["a right-to-left name", { ...anna, account_holder: "دانا ברג" }, { ...anna, account_holder: "دانا ברג" }],
    ["the shortest IBAN", { ...anna, iban: "NO93 8601 1117 947" }, { ...anna, iban: "NO9386011117947" }],
    ["the longest account number", { account_holder: "A", account_number: "1".repeat(34), bank_code: "2".repeat(20) }, expect.anything()],
  ])("%s", (_, input, stored) => {
    expect(transfer.normalize(input)).toEqual(stored)
  })

  const SHAPE = "must have letters, digits, blanks and . / - only"
  it.each([
    ["no name", { iban: IBAN }, "details.account_holder: is required"],
    ["a blank name", { ...anna, account_holder: "  " }, "details.account_holder: is required"],
    ["a name too long", { ...anna, account_holder: "a".repeat(71) }, "details.account_holder: must be text of at most 70 characters"],
    ["a name that is no text", { ...anna, account_holder: ["Anna"] }, "details.account_holder: must be text of at most 70 characters"],
    ["a line break", { ...anna, account_holder: "Anna\nBerg" }, "details.account_holder: must have no line breaks or control characters"],
    ["a NUL", { ...anna, bank_name: "a\0b" }, "details.bank_name: must have no line breaks or control characters"],
    ["a line separator", { ...anna, bank_name: "a\u2028b" }, "details.bank_name: must have no line breaks or control characters"],
    ["a paragraph separator", { ...anna, bank_name: "a\u2029b" }, "details.bank_name: must have no line breaks or control characters"],
    ["half a character", { ...anna, bank_name: "a\ud800" }, "details.bank_name: must have no line breaks or control characters"],
    [
      "a formula",
      { ...anna, account_holder: "=1+1" },
      "details.account_holder: must not begin with = + - @, nor a part behind a comma or semicolon",
    ],
    [
      "a formula behind a quote",
      { ...anna, bank_name: '" @SUM(A1)' },
      "details.bank_name: must not begin with = + - @, nor a part behind a comma or semicolon",
    ],
    [
      "a formula behind a semicolon",
      { ...anna, account_holder: "a;=1+1;b" },
      "details.account_holder: must not begin with = + - @, nor a part behind a comma or semicolon",
    ],
    ["neither IBAN nor number", { account_holder: "Anna" }, "details.iban: must be an IBAN such as DE89 3704 0044 0532 0130 00"],
    [
      "a wrong check digit",
      { ...anna, iban: "DE88370400440532013000" },
      "details.iban: must be an IBAN such as DE89 3704 0044 0532 0130 00",
    ],
    [
      "a country without IBAN",
      { ...anna, iban: "XX89370400440532013000" },
      "details.iban: must be an IBAN such as DE89 3704 0044 0532 0130 00",
    ],
    [
      "an IBAN too short for its country",
      { ...anna, iban: "DE8937040044" },
      "details.iban: must be an IBAN such as DE89 3704 0044 0532 0130 00",
    ],
    ["a name that shows nothing", { ...anna, account_holder: "\u3164\u200b" }, "details.account_holder: is required"],
    ["a wrong BIC", { ...anna, bic: "COBADEFFXX" }, "details.bic: must be a BIC such as COBADEFFXXX"],
    ["IBAN and account number", { ...anna, account_number: "1" }, "details.account_number: must be left out where there is an IBAN"],
    ["IBAN and bank code", { ...anna, bank_code: "1" }, "details.bank_code: must be left out where there is an IBAN"],
    ["a number without a bank", { account_holder: "A", account_number: "1" }, "details.bank_code: is required"],
    ["a number that is none", { account_holder: "A", account_number: "1;2", bank_code: "1" }, `details.account_number: ${SHAPE}`],
    ["a bank code that is none", { account_holder: "A", account_number: "1", bank_code: "1,2" }, `details.bank_code: ${SHAPE}`],
    [
      "a number too long",
      { account_holder: "A", account_number: "1".repeat(35), bank_code: "1" },
      "details.account_number: must be text of at most 34 characters",
    ],
    ["no country", { ...anna, country_code: "xx" }, "details.country_code: must be a country such as DE"],
    ["a country by a word every object knows", { ...anna, country_code: "__" }, "details.country_code: must be a country such as DE"],
    [
      "a field nobody asked for",
      { ...anna, password: "1" },
      "details.password: must be one of account_holder, iban, bic, account_number, bank_code, bank_name, country_code",
    ],
    [
      "a field with a long name, in short",
      { ...anna, ["x".repeat(60)]: "1" },
      `details.${"x".repeat(50)}: must be one of account_holder, iban, bic, account_number, bank_code, bank_name, country_code`,
    ],
    [
      "a field every object has",
      { ...anna, constructor: "1" },
      "details.constructor: must be one of account_holder, iban, bic, account_number, bank_code, bank_name, country_code",
    ],
  ])("refuses %s", (_, input, message) => {
    expect(() => transfer.normalize(input)).toThrow(new InvalidInput(message.split(": ")[0]!, message.split(": ")[1]!))
  })

  it.each([
    ["an IBAN", anna, "DE** **** **** 3000"],
    ["the shortest IBAN", { account_holder: "Bo", iban: "NO9386011117947" }, "NO** **** **** 7947"],
    ["a long account number", { account_holder: "Bo", account_number: "19-2000145399" }, "**** 5399"],
    ["eight digits", { account_holder: "Bo", account_number: "12345678" }, "**** 5678"],
    ["seven digits, however they are parted", { account_holder: "Bo", account_number: "1 2-3.4/5 67" }, "****"],
  ])("masks %s", (_, details, masked) => {
    expect(transfer.mask(details)).toBe(masked)
  })

  it("of an account number no more than the last four characters ever show", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,33}$/), (account_number) => {
        const shown = transfer.mask({ account_number }).replace("****", "").trim()
        const characters = account_number.replace(/[^A-Za-z0-9]/g, "")
        expect([characters.slice(-4), ""]).toContain(shown)
        expect(shown.length * 2).toBeLessThanOrEqual(characters.length)
      })
    )
  })

  it("says what it asks for", () => {
    expect(transfer.fields.filter(({ is_required }) => is_required).map(({ name }) => name)).toEqual(["account_holder"])
    expect(transfer.fields).toHaveLength(7)
  })
})

describe("paypal", () => {
  it("an e-mail, in the form in which they are compared", () => {
    expect(paypal.normalize({ email: " Anna+Shop@Example.COM " })).toEqual({ email: "anna+shop@example.com" })
    expect(paypal.normalize({ email: "\u202aanna\u200b@exam\u00adple.com\u200e\u00a0" })).toEqual({ email: "anna@example.com" })
    expect(paypal.normalize({ email: "анна@пример.рф" })).toEqual({ email: "анна@пример.рф" })
    expect(paypal.fields).toEqual([{ name: "email", is_required: true }])
  })

  const SHAPE = "details.email: must be an e-mail such as anna@example.com"
  it.each([
    ["nothing", undefined, "details.email: is required"],
    ["no at sign", "anna", SHAPE],
    ["two at signs", "anna@berg@example.com", SHAPE],
    ["no name", "anna@", SHAPE],
    ["no dot", "anna@localhost", SHAPE],
    ["an end of one letter", "anna@example.c", SHAPE],
    ["a dot too many", "anna@example..com", SHAPE],
    ["a dash at the edge", "anna@-example.com", SHAPE],
    ["a blank", "anna berg@example.com", SHAPE],
    ["a display name", "Anna <anna@example.com>", SHAPE],
    ["two addresses", "anna@example.com,bo@example.com", SHAPE],
    ["a name of 65 characters", `${"a".repeat(65)}@example.com`, SHAPE],
    ["a formula", "=1@example.com", "details.email: must not begin with = + - @, nor a part behind a comma or semicolon"],
    ["128 characters", `${"a".repeat(60)}@${"b".repeat(63)}.co`.padEnd(128, "m"), "details.email: must be text of at most 127 characters"],
    ["an object", { email: "a" }, "details.email: must be text of at most 127 characters"],
  ])("refuses %s", (_, email, message) => {
    expect(() => paypal.normalize({ email })).toThrow(new InvalidInput("details.email", message.replace("details.email: ", "")))
  })

  it.each([
    ["anna@example.com", "a***@e***.com"],
    ["anna@mail.example.co.uk", "a***@m***.uk"],
    ["ann@abc.de", "a***@a***.de"],
    ["an@ab.de", "***@***.de"],
    ["a@b.de", "***@***.de"],
    ["анна@пример.рф", "а***@п***.рф"],
    ["😀😀😀@example.com", "😀***@e***.com"],
  ])("masks %s", (email, masked) => {
    expect(paypal.mask({ email })).toBe(masked)
  })
})

describe("wise", () => {
  const bo = { account_holder: "Bo Li", email: "bo@example.com" }

  it("a name and an e-mail", () => {
    expect(wise.normalize({ account_holder: " Bo Li ", email: "Bo@Example.com" })).toEqual(bo)
    expect(wise.mask(bo)).toBe("***@e***.com")
    expect(wise.fields.map(({ name, is_required }) => [name, is_required])).toEqual([
      ["account_holder", true],
      ["email", true],
    ])
  })

  it.each([
    ["no name", { email: bo.email }, "details.account_holder", "is required"],
    ["no e-mail", { account_holder: "Bo Li" }, "details.email", "is required"],
    ["bank details", { ...bo, iban: IBAN }, "details.iban", "must be one of account_holder, email"],
    ["a name too long", { ...bo, account_holder: "a".repeat(71) }, "details.account_holder", "must be text of at most 70 characters"],
    ["an e-mail too long", { ...bo, email: "a".repeat(255) }, "details.email", "must be text of at most 254 characters"],
  ])("refuses %s", (_, input, field, expectation) => {
    expect(() => wise.normalize(input)).toThrow(new InvalidInput(field, expectation))
  })
})

describe("every form", () => {
  it.each(Object.entries(PAYOUT_DETAILS_FORMS))("%s: what it stored it takes again, and throws nothing but InvalidInput", (_, form) => {
    const names = form.fields.map(({ name }) => name)
    const values = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(IBAN, "Anna", "anna@example.com", "12345678", "DE", null, 17))
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), values), (input) => {
        try {
          const stored = form.normalize(input)
          expect(form.normalize(stored)).toEqual(stored)
          expect(form.mask(stored)).toMatch(/\*\*\*/)
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput)
        }
      }),
      { numRuns: 500 }
    )
  })
})
