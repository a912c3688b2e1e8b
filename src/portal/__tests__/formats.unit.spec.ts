import { chooseLanguage, LANGUAGES, textsOf, type Language } from "../i18n/languages"
import { formats, dayIn } from "../lib/formats"
import { signOf } from "../lib/decimals"

describe("amounts, percentages and days", () => {
  it.each([
    ["en", "3.13", "eur", "€3.13"],
    ["en", "-3.13", "eur", "\u2212€3.13"],
    ["de", "-1234.50", "eur", "\u22121.234,50\u00a0€"],
    ["en", "100", "jpy", "JP¥100"],
    ["en", "1.234", "kwd", "KWD\u00a01.234"],
    // More digits than a float has.
    ["en", "90071992547409931.07", "eur", "€90,071,992,547,409,931.07"],
    // Intl of some Node versions has no decimals for forints, ISO 4217 has two.
    ["en", "12.50", "huf", "HUF\u00a012.50"],
  ])("%s writes %s %s as %s", (language, amount, currency, expected) => {
    expect(formats(language, "UTC").money(amount, currency)).toBe(expected)
  })

  it("writes percentages with the digits they have", () => {
    expect([formats("en", "UTC").percent("7.125"), formats("de", "UTC").percent("7.125")]).toEqual(["7.125%", "7,125\u00a0%"])
  })

  it("takes days from the program's zone, and months from their name", () => {
    const late = "2026-04-30T22:30:00Z"
    expect([formats("en", "Europe/Berlin").day(late), formats("en", "UTC").day(late)]).toEqual(["1 May 2026", "30 Apr 2026"])
    expect(formats("de", "Pacific/Honolulu").month("2026-05")).toBe("Mai 2026")
    expect([dayIn("Europe/Berlin", new Date(late)), dayIn("UTC", new Date(late))]).toEqual(["2026-05-01", "2026-04-30"])
  })

  it.each([
    ["0.00", 0],
    ["-0.01", -1],
    ["12", 1],
  ])("%s has the sign %d", (amount, sign) => {
    expect(signOf(amount)).toBe(sign)
  })
})

describe("the language", () => {
  it.each([
    [["de-AT", "en"], "de"],
    [["fr", "de"], "fr"],
    [["it", "de"], "de"],
    [["it"], "en"],
    [["EN-us"], "en"],
    [[], "en"],
    [["constructor"], "en"],
  ])("of %j is %s", (wanted, expected) => {
    expect(chooseLanguage(wanted)).toBe(expected)
  })

  it.each(Object.keys(LANGUAGES) as Language[])("%s has every text", (language) => {
    const keys = (texts: object, path = ""): string[] =>
      Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
        typeof value === "object" && value !== null ? keys(value, `${path}${key}.`) : [`${path}${key}`]
      )
    expect(keys(textsOf(language)).sort()).toEqual(keys(textsOf("en")).sort())
  })
})
