import fc from "fast-check"

import { IGNORED_REASONS, readLanding, type IgnoredReason, type LandingPage, type LandingProgram } from "../landing"
import { affiliateLink } from "../site"

const program = (overrides: Partial<LandingProgram> = {}): LandingProgram => ({
  id: "affprog_1",
  number: 1,
  handle: "main",
  site_url: "https://shop.example.com",
  link_parameter: "ref",
  link_aliases: [],
  attribution_window_days: 90,
  attribution_model: "last_click",
  ...overrides,
})
const MAIN = program()
const german = program({ id: "affprog_2", number: 2, handle: "german", site_url: "https://shop.example.com/de" })
const other = program({ id: "affprog_3", number: 3, handle: "other", site_url: "https://other.example.org", link_parameter: "via" })

const LINK = "https://shop.example.com/sale?ref=ab12"
const found = (...candidates: [LandingProgram, string][]) => candidates.map(([of, code]) => ({ program: of, code }))

describe("what is recorded", () => {
  it.each([
    ["a link", LINK, "ab12"],
    ["a code in capitals", "https://shop.example.com/?ref=AB12", "ab12"],
    ["a code with blanks around it", "https://shop.example.com/?ref=%20ab12+", "ab12"],
    ["a code with what was pasted along", "https://shop.example.com/?ref=ab12%E2%80%8B%C2%AD", "ab12"],
    ["a code beside other parameters", "https://shop.example.com/?utm_source=x&ref=ab12&y=1", "ab12"],
    ["the longest code there is", `https://shop.example.com/?ref=${"a".repeat(64)}`, "a".repeat(64)],
    ["a code with hyphen and underscore", "https://shop.example.com/?ref=a-b_c", "a-b_c"],
    ["a page with a broken escape", "https://shop.example.com/%E9%?ref=ab12&x=%zz", "ab12"],
  ])("%s", (_, page, code) => {
    expect(readLanding({ page }, [MAIN])).toMatchObject({ candidates: found([MAIN, code]) })
  })

  it("stores page and referrer without query and fragment", () => {
    const landing = readLanding({ page: `${LINK}&email=a@b.c#me`, referrer: "https://blog.example.net/post?user=7#x" }, [MAIN])
    expect(landing).toEqual({
      candidates: found([MAIN, "ab12"]),
      landing_url: "https://shop.example.com/sale",
      referrer: "https://blog.example.net/post",
      campaign: { utm_source: null, utm_medium: null, utm_campaign: null, sub: null },
    })
  })

  it("stores neither user nor password of a page or referrer", () => {
    const landing = readLanding({ page: "https://me:secret@shop.example.com/?ref=ab12", referrer: "https://me:secret@a.example/b" }, [MAIN])
    expect(landing).toMatchObject({ landing_url: "https://shop.example.com/", referrer: "https://a.example/b" })
  })

  it("stores at most 512 characters of page and referrer", () => {
    const path = "x".repeat(1000)
    const landing = readLanding({ page: `https://shop.example.com/${path}?ref=ab12`, referrer: `https://a.example/${path}` }, [MAIN])
    expect(landing).toMatchObject({
      landing_url: `https://shop.example.com/${"x".repeat(512 - 25)}`,
      referrer: `https://a.example/${"x".repeat(512 - 18)}`,
    })
  })

  it("takes a page of 2,048 characters and none longer", () => {
    const page = (length: number) => "https://shop.example.com/?ref=ab12&x=".padEnd(length, "y")
    expect(readLanding({ page: page(2048) }, [MAIN])).toMatchObject({ candidates: found([MAIN, "ab12"]) })
    expect(readLanding({ page: page(2049) }, [MAIN])).toEqual({ ignored: "bad_page" })
  })

  it.each([
    ["absent", undefined],
    ["empty", ""],
    ["no URL", "somewhere"],
    ["javascript:", "javascript:alert(document.cookie)"],
    ["data:", "data:text/html,<svg onload=alert(1)>"],
    ["markup", `"><svg onload=alert(1)>`],
    ["an array", ["https://a.example"]],
    ["an object", { toString: (): string => "https://a.example" }],
    ["64 KiB long", `https://a.example/${"x".repeat(65536)}`],
  ])("a referrer that is %s is left out, and the click still counts", (_, referrer) => {
    expect(readLanding({ page: LINK, referrer }, [MAIN])).toMatchObject({ candidates: found([MAIN, "ab12"]), referrer: null })
  })

  it("keeps markup in a path percent-encoded", () => {
    const landing = readLanding({ page: `https://shop.example.com/"><script>alert(1)</script>?ref=ab12` }, [MAIN])
    expect(landing).toMatchObject({ landing_url: "https://shop.example.com/%22%3E%3Cscript%3Ealert(1)%3C/script%3E" })
  })
})

describe("several programs", () => {
  const all = [MAIN, german, other]

  it.each([
    ["on a site two programs share, both are candidates", "https://shop.example.com/de?ref=ab12", undefined, [MAIN, german]],
    ["outside the narrower site, only the wider one is", LINK, undefined, [MAIN]],
    ["project as a number picks one", "https://shop.example.com/de?ref=ab12", 2, [german]],
    ["project as digits picks the same", "https://shop.example.com/de?ref=ab12", "2", [german]],
    ["project as a handle picks one", "https://shop.example.com/de?ref=ab12", "german", [german]],
    ["a handle in capitals with blanks", "https://shop.example.com/de?ref=ab12", " German ", [german]],
    ["an empty project is none", LINK, "", [MAIN]],
    ["each program has its own parameter", "https://other.example.org/?ref=xx&via=ab12", undefined, [other]],
  ])("%s", (_, page, project, programs) => {
    expect(readLanding({ page, project }, all)).toMatchObject({ candidates: programs.map((of) => ({ program: of, code: "ab12" })) })
  })

  it("drops the candidate whose code cannot be one, and keeps the other", () => {
    const via = program({ id: "affprog_4", number: 4, handle: "via", link_parameter: "via" })
    const landing = readLanding({ page: "https://shop.example.com/?ref=%3Cb%3E&via=ab12" }, [MAIN, via])
    expect(landing).toMatchObject({ candidates: found([via, "ab12"]) })
  })
})

describe("what is ignored, and why", () => {
  const all = [MAIN, german, other]

  it.each<[string, LandingPage, IgnoredReason]>([
    ["no page at all", { page: undefined }, "no_page"],
    ["an empty page", { page: "" }, "no_page"],
    ["null", { page: null }, "bad_page"],
    ["a number", { page: 7 }, "bad_page"],
    ["an array (a duplicate key)", { page: [LINK, LINK] }, "bad_page"],
    ["an object (p[x]=…)", { page: { x: LINK } }, "bad_page"],
    ["a prototype key as page", { page: "__proto__" }, "bad_page"],
    ["a path alone", { page: "/sale?ref=ab12" }, "bad_page"],
    ["javascript:", { page: "javascript:alert(1)//?ref=ab12" }, "bad_page"],
    ["64 KiB", { page: `${LINK}&x=${"y".repeat(65536)}` }, "bad_page"],
    ["a foreign site", { page: "https://evil.example.org/?ref=ab12" }, "off_site"],
    ["a look-alike", { page: "https://shop.example.com.evil.org/?ref=ab12" }, "off_site"],
    ["the site of another program than the one asked for", { page: LINK, project: "other" }, "off_site"],
    ["a number no program has", { page: LINK, project: 99 }, "unknown_program"],
    ["a handle no program has", { page: LINK, project: "nobody" }, "unknown_program"],
    ["a number with a leading zero", { page: LINK, project: "01" }, "unknown_program"],
    ["a prototype key as project", { page: LINK, project: "__proto__" }, "unknown_program"],
    ["constructor as project", { page: LINK, project: "constructor" }, "unknown_program"],
    ["an array as project", { page: LINK, project: ["1"] }, "unknown_program"],
    ["an object as project", { page: LINK, project: { toString: () => "1" } }, "unknown_program"],
    ["null as project", { page: LINK, project: null }, "unknown_program"],
    ["64 KiB as project", { page: LINK, project: "x".repeat(65536) }, "unknown_program"],
    ["no query", { page: "https://shop.example.com/" }, "no_code"],
    ["an empty parameter", { page: "https://shop.example.com/?ref=" }, "no_code"],
    ["a blank parameter", { page: "https://shop.example.com/?ref=%20" }, "no_code"],
    ["markup as code", { page: "https://shop.example.com/?ref=%3Cscript%3E" }, "unknown_code"],
    ["SQL as code", { page: "https://shop.example.com/?ref=x'%20OR%201=1--" }, "unknown_code"],
    ["a NUL in the code", { page: "https://shop.example.com/?ref=ab%0012" }, "unknown_code"],
    ["a code of 65 characters", { page: `https://shop.example.com/?ref=${"a".repeat(65)}` }, "unknown_code"],
    ["a code that begins with a hyphen", { page: "https://shop.example.com/?ref=-ab12" }, "unknown_code"],
    ["a code outside ASCII", { page: "https://shop.example.com/?ref=caf%C3%A9" }, "unknown_code"],
    ["a crawler on a link", { page: LINK, visitor: { user_agent: "Googlebot/2.1" } }, "bot"],
    ["a crawler on a page without a code", { page: "https://shop.example.com/", visitor: { user_agent: "Googlebot/2.1" } }, "no_code"],
    ["a link fetched in advance", { page: LINK, visitor: { purpose: "prefetch" } }, "prefetch"],
  ])("%s", (_, input, ignored) => {
    expect(readLanding(input, all)).toEqual({ ignored })
  })

  it("knows no program: nothing can be asked for", () => {
    expect(readLanding({ page: LINK }, [])).toEqual({ ignored: "unknown_program" })
  })
})

describe("laws", () => {
  const code = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,63}$/)

  it("every affiliate link leads back to its code", () => {
    fc.assert(
      fc.property(code, fc.constantFrom(MAIN, german, other), (ab12, of) => {
        const page = affiliateLink(of.site_url, of.link_parameter, ab12)
        const landing = readLanding({ page, project: of.number }, [MAIN, german, other])
        expect("candidates" in landing && landing.candidates[0]).toEqual({ program: of, code: ab12 })
      })
    )
  })

  it("whatever is sent, the answer is a reason of the list or capped text without a query", () => {
    const hostile = fc.oneof(fc.anything(), fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: "binary" }))
    const query = fc.string({ unit: "binary" }).map((text) => `https://shop.example.com/${text}?ref=ab12&${text}`)
    fc.assert(
      fc.property(fc.oneof(query, hostile), hostile, fc.oneof(fc.constant(undefined), hostile), (page, referrer, project) => {
        const landing = readLanding({ page, referrer, project }, [MAIN, german])
        if ("ignored" in landing) return IGNORED_REASONS.includes(landing.ignored)
        const stored = [landing.landing_url, landing.referrer ?? ""]
        return stored.every((text) => text.length <= 512 && /^[\x20-\x7e]*$/.test(text) && !/[?#<>"]/.test(text))
      }),
      { numRuns: 500 }
    )
  })
})
