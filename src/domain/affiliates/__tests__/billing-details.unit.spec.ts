import { NO_BILLING_DETAILS, normalizeBillingDetails } from "../billing-details"
import { InvalidInput } from "../../errors"

const ANNA = { name: "Anna Berg", company: "Berg GmbH", address: "Lange Str. 1\n10115 Berlin", country_code: "de", tax_id: "DE123456789" }

it("takes them as they are", () => {
  expect(normalizeBillingDetails(ANNA)).toEqual(ANNA)
  expect(normalizeBillingDetails({})).toEqual(NO_BILLING_DETAILS)
})

it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["blanks around a name", { name: "  Anna " }, { name: "Anna" }],
  ["a blank name is none", { name: "  " }, { name: null }],
  ["a line break in a name", { name: "Anna\r\nBerg\u2028x" }, { name: "Anna Berg x" }],
  ["a NUL, which PostgreSQL refuses", { company: "a\0b" }, { company: "a b" }],
  ["lines of Windows, old Mac and Unicode", { address: "a\r\nb\rc\u2028d\u2029e\nf" }, { address: "a\nb\nc\nd\ne\nf" }],
  ["empty lines", { address: "\n a \n\n b\t\n" }, { address: "a\nb" }],
  ["a blank address", { address: " \n " }, { address: null }],
  ["capitals in the country", { country_code: " DE " }, { country_code: "de" }],
  ["an empty country", { country_code: "" }, { country_code: null }],
  ["another script", { name: "王小明", tax_id: "ИНН 7707083893" }, { name: "王小明", tax_id: "ИНН 7707083893" }],
  ["as long as may be", { name: "x".repeat(200), tax_id: "x".repeat(100) }, { name: "x".repeat(200), tax_id: "x".repeat(100) }],
  ["as many lines as may be", { address: "1\n2\n3\n4\n5\n6\n7\n8" }, { address: "1\n2\n3\n4\n5\n6\n7\n8" }],
])("%s", (_, input, expected) => {
  expect(normalizeBillingDetails(input)).toEqual({ ...NO_BILLING_DETAILS, ...expected })
})

it("keeps what is left out, and takes away what is null", () => {
  expect(normalizeBillingDetails({ company: null, tax_id: undefined, country_code: null }, ANNA)).toEqual({
    ...ANNA,
    company: null,
    country_code: null,
  })
})

it.each<[Record<string, unknown>, string]>([
  [{ name: 1 }, "name: must be text of at most 200 characters"],
  [{ name: "x".repeat(201) }, "name: must be text of at most 200 characters"],
  [{ company: "x".repeat(201) }, "company: must be text of at most 200 characters"],
  [{ tax_id: "x".repeat(101) }, "tax_id: must be text of at most 100 characters"],
  [{ address: "x".repeat(1001) }, "address: must be text of at most 1000 characters"],
  [{ address: ["a"] }, "address: must be text of at most 1000 characters"],
  [{ address: "1\n2\n3\n4\n5\n6\n7\n8\n9" }, "address: must have at most 8 lines"],
  [{ country_code: "deu" }, "country_code: must be an ISO 3166-1 code of two letters such as de"],
  [{ country_code: 49 }, "country_code: must be an ISO 3166-1 code of two letters such as de"],
  [{ iban: "DE00" }, "iban: is none of name, company, address, country_code, tax_id"],
])("refuses %j", (input, message) => {
  expect(() => normalizeBillingDetails(input)).toThrow(InvalidInput)
  expect(() => normalizeBillingDetails(input)).toThrow(message)
})
