import fc from "fast-check"

import { linkCodes } from "../link-codes"
import { readLanding, type LandingProgram } from "../landing"

const MAIN: LandingProgram = {
  id: "affprog_1",
  number: 1,
  handle: "main",
  site_url: "https://shop.example.com",
  link_parameter: "ref",
  link_aliases: [],
  attribution_window_days: 90,
  attribution_model: "last_click",
}
const german: LandingProgram = { ...MAIN, id: "affprog_2", number: 2, handle: "german", site_url: "https://shop.example.com/shop" }
const SITE = "https://shop.example.com"

/** The codes that a page is looked up under, in this order. */
const codesOf = (page: string, programs = [MAIN]): string[] | string => {
  const landing = readLanding({ page }, programs)
  return "ignored" in landing ? landing.ignored : landing.candidates.map(({ code }) => code)
}

describe("a link that was damaged on its way still counts", () => {
  it.each([
    ["a slash behind it", "/?ref=ab12/"],
    ["a second question mark", "/?ref=ab12?fbclid=x"],
    ["a slash and a second question mark", "/?ref=ab12/?fbclid=x"],
    ["a full stop", "/?ref=ab12."],
    ["a comma", "/?ref=ab12,"],
    ["a bracket", "/?ref=ab12)"],
    ["a bracket and a full stop", "/?ref=ab12)."],
    ["a quote", "/?ref=ab12%22"],
    ["an angle bracket", "/?ref=ab12%3E"],
    ["a quote and an angle bracket, as they stand", '/?ref=ab12">'],
    ["the end of a tag", "/?ref=ab12%3C/a%3E"],
    ["a tag of line break", '/?ref=ab12"><br/>'],
    ["a semicolon", "/?ref=ab12;"],
    ["a colon", "/?ref=ab12:"],
    ["an exclamation mark", "/?ref=ab12!"],
    ["an ellipsis", "/?ref=ab12%E2%80%A6"],
    ["Markdown's asterisks", "/?ref=ab12**"],
    ["Markdown's underscore", "/?ref=ab12_"],
    ["a backtick", "/?ref=ab12%60"],
    ["a pipe", "/?ref=ab12%7C"],
    ["a backslash", "/?ref=ab12\\"],
    ["a typographic quote", "/?ref=ab12%E2%80%9D"],
    ["quotes around it", "/?ref=%22ab12%22"],
    ["typographic quotes around it", "/?ref=%E2%80%9Cab12%E2%80%9D"],
    ["brackets around it", "/?ref=(ab12)"],
    ["a slash before it", "/?ref=/ab12"],
    ["two equals signs", "/?ref==ab12"],
    ["a Chinese full stop", "/?ref=ab12%E3%80%82"],
    ["a full-width bracket", "/?ref=ab12%EF%BC%89"],
    ["an ampersand of HTML", "/?utm=1&amp;ref=ab12"],
    ["an ampersand of HTML, twice", "/?utm=1&amp;amp;ref=ab12"],
    ["a numeric ampersand of HTML", "/?utm=1&#38;ref=ab12"],
    ["an escaped ampersand of HTML", "/?utm=1&amp%3Bref=ab12"],
    ["an ampersand of JSON", "/?utm=1\\u0026ref=ab12"],
    ["a question mark instead of an ampersand", "/?utm=1?ref=ab12"],
    ["a semicolon instead of an ampersand", "/?utm=1;ref=ab12"],
    ["a semicolon and another parameter behind it", "/?ref=ab12;utm=1"],
    ["an ampersand and no question mark", "/sale&ref=ab12"],
    ["an escaped ampersand", "/?utm=1%26ref=ab12"],
    ["an escaped equals sign", "/?ref%3Dab12"],
    ["an escaped question mark", "/sale%3Fref%3Dab12"],
    ["escaped as a whole", "/?ref%3Dab12%26utm%3D1"],
    ["escaped twice", "/?ref=ab12%2522"],
    ["a blank before the name", "/?utm=1&%20ref=ab12"],
    ["a blank behind the name", "/?ref%20=ab12"],
    ["the name in capitals", "/?REF=ab12"],
    ["the name with a capital", "/?Ref=ab12"],
    ["all in capitals", "/?REF=AB12"],
    ["an array's brackets", "/?ref[]=ab12"],
    ["an array's index", "/?ref[0]=ab12"],
    ["an array's brackets, escaped", "/?ref%5B%5D=ab12"],
    ["behind a fragment", "/#x?ref=ab12"],
    ["behind the route of a page with hash routes", "/#/p?ref=ab12"],
    ["behind a hash route and another parameter", "/#/p?a=1&ref=ab12"],
    ["behind a fragment with an ampersand", "/#top&ref=ab12"],
    ["as the fragment", "/#ref=ab12"],
    ["behind an escaped hash", "/?utm=1%23x?ref=ab12"],
    ["an empty value before it", "/?ref=&ref=ab12"],
    ["a line end behind it", "/?ref=ab12%0D%0A"],
  ])("%s", (_, path) => {
    expect([codesOf(SITE + path)].flat()).toContain("ab12")
  })

  it.each([
    ["without the scheme", "//shop.example.com/?ref=ab12"],
    ["without scheme and slashes", "shop.example.com/sale?ref=ab12"],
    ["without scheme, with a port", "//shop.example.com:443?ref=ab12"],
    ["with a final dot", "https://shop.example.com./?ref=ab12"],
    ["with www and a final dot", "https://WWW.shop.example.com./?ref=ab12"],
    ["with a final dot and a port", "https://shop.example.com.:443/?ref=ab12"],
    ["with one slash", "https:/shop.example.com/?ref=ab12"],
    ["with slashes too many", "https:////shop.example.com/?ref=ab12"],
    ["with blanks around it", "  https://shop.example.com/?ref=ab12 "],
  ])("an address %s", (_, page) => {
    expect(codesOf(page)).toEqual(["ab12"])
  })

  it.each([
    ["a slash too many", "https://shop.example.com//shop?ref=ab12"],
    ["slashes too many further on", "https://shop.example.com/shop///lamps?ref=ab12"],
    ["an ampersand and no question mark", "https://shop.example.com/shop&ref=ab12"],
    ["an escaped question mark", "https://shop.example.com/shop%3Fref%3Dab12"],
  ])("a page within a site's folder, with %s", (_, page) => {
    expect(codesOf(page, [german])).toEqual(["ab12"])
  })
})

describe("what could be read in several ways is looked up in each, the likeliest first", () => {
  it.each([
    ["the first of two codes", "/?ref=ab12&ref=cd34", ["ab12", "cd34"]],
    ["a code that begins as mail programs write the equals sign", "/?ref=3Dprint", ["3dprint", "print"]],
    ["that and quotes", "/?ref=3D%22ab12%22", ["ab12"]],
    ["a code that ends with what Markdown writes", "/?ref=ab12_", ["ab12_", "ab12"]],
    ["the same code twice", "/?ref=ab12&REF=ab12.", ["ab12"]],
    ["no more than five values", `/?${[1, 2, 3, 4, 5, 6].map((n) => `ref=c${n}`).join("&")}`, ["c1", "c2", "c3", "c4", "c5"]],
  ])("%s", (_, path, codes) => {
    expect(codesOf(SITE + path)).toEqual(codes)
  })

  it("takes the first code of either program before the second of one", () => {
    const landing = readLanding({ page: `${SITE}/shop?ref=ab12&ref=cd34` }, [MAIN, german])
    const pairs = "candidates" in landing ? landing.candidates.map(({ program, code }) => `${program.number} ${code}`) : []
    expect(pairs).toEqual(["1 ab12", "2 ab12", "1 cd34", "2 cd34"])
  })
})

describe("what only looks like a link", () => {
  it.each([
    ["another name that ends alike", "/?pref=ab12", "no_code"],
    ["another name that begins alike", "/?reference=ab12", "no_code"],
    ["another name with a hyphen", "/?x-ref=ab12", "no_code"],
    ["another name with a dot", "/?ref.id=ab12", "no_code"],
    ["a field of an object", "/?ref[code]=ab12", "no_code"],
    ["the name as a value", "/?q=ref", "no_code"],
    ["the pair as a value", "/?q=ref=ab12", "no_code"],
    ["a folder of that name", "/ref/ab12", "no_code"],
    ["a folder with an equals sign", "/ref=ab12/x", "no_code"],
    ["no value", "/?ref&utm=1", "no_code"],
    ["nothing but signs", "/?ref=%22%22", "unknown_code"],
    ["an address in another parameter", "/?u=https://other.example.net/?ref=ab12", "no_code"],
    ["an escaped address in another parameter", "/?u=https%3A%2F%2Fother.example.net%2F%3Fref%3Dab12", "no_code"],
    ["a page of this site to go back to", "/login?return_to=/p?ref=ab12", "no_code"],
    ["an escaped page to go back to", "/login?return_to=%2Fp%3Fref%3Dab12", "no_code"],
    ["an address in the path", "/go/https%3A%2F%2Fother.example.net%2F%3Fref%3Dab12", "no_code"],
    ["an address in the fragment", "/#u=https://other.example.net/?ref=ab12", "no_code"],
    ["letters of another script behind it", "/?ref=ab12%D0%B6", "unknown_code"],
    ["words behind it", "/?ref=ab12%20or%201=1", "unknown_code"],
    ["SQL behind it", "/?ref=ab12'; DROP TABLE x", "unknown_code"],
    ["SQL behind it, escaped", "/?ref=ab12'%3B%20DROP%20TABLE%20x", "unknown_code"],
    ["a NUL behind it", "/?ref=ab12%00", "unknown_code"],
    ["a NUL behind it, escaped twice", "/?ref=ab12%2500", "unknown_code"],
    ["markup", "/?ref=%3Cb%3E", "unknown_code"],
  ])("%s does not count", (_, path, reason) => {
    expect(codesOf(SITE + path)).toEqual(reason)
  })

  it.each([
    ["a path alone", "/sale?ref=ab12", "bad_page"],
    ["a look-alike without scheme", "//shop.example.com.evil.org/?ref=ab12", "off_site"],
    ["a user that looks like the host", "https://shop.example.com.@evil.org/?ref=ab12", "off_site"],
    ["two final dots", "https://shop.example.com../?ref=ab12", "off_site"],
    ["a folder that begins like the site's", "https://shop.example.com/shopping?ref=ab12", "off_site"],
    ["a folder of that name deeper down", "https://shop.example.com/a//shop?ref=ab12", "off_site"],
  ])("%s is not the site", (_, page, reason) => {
    expect(codesOf(page, [german])).toBe(reason)
  })
})

describe("what is stored of it", () => {
  it.each([
    ["https://shop.example.com./lamps?ref=ab12", "https://shop.example.com/lamps"],
    ["//shop.example.com/lamps?ref=ab12", "https://shop.example.com/lamps"],
    ["https://shop.example.com/lamps&email=a@b.c&ref=ab12", "https://shop.example.com/lamps"],
    ["https://shop.example.com/lamps%3Fref%3Dab12%26email%3Da", "https://shop.example.com/lamps"],
    ["https://shop.example.com/#/lamps?ref=ab12", "https://shop.example.com/"],
    ["https://shop.example.com/salt&pepper/x?ref=ab12", "https://shop.example.com/salt&pepper/x"],
  ])("%s", (page, landing_url) => {
    expect(readLanding({ page }, [MAIN])).toMatchObject({ landing_url })
  })
})

it("a code that is read as it stands is read as any other", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(3d)?[\w.-]{1,66}$/), (code) => {
      // An escaped letter takes the way of damaged links.
      expect(linkCodes(`https://shop.example.com/?ref=${code}`, "ref")).toEqual(
        linkCodes(`https://shop.example.com/?ref=${escaped(code)}`, "ref")
      )
    })
  )
})

const escaped = (code: string): string => `%${code.charCodeAt(0).toString(16)}${code.slice(1)}`
