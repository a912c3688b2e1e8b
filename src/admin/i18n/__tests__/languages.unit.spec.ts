import languages from ".."

type Texts = { [key: string]: string | Texts }

/** `_zero` is a text of its own in every language. */
const PLURAL = /_(one|two|few|many|other)$/

/** Every text by its path. */
const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === "string" ? [[path + key, text]] : flat(text, `${path}${key}.`)))

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()

const english = flat(languages.en.affiliate)
/** The paths that a language needs: of a text with plurals one for each of its forms. */
function needed(locale: string): string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const bases = new Set(english.map(([path]) => path))
  const of = ([path]: [string, string]) => (PLURAL.test(path) ? forms.map((form) => path.replace(PLURAL, `_${form}`)) : [path])
  return [...new Set(english.flatMap(of))].filter((path) => PLURAL.test(path) || bases.has(path)).sort()
}

describe.each(Object.entries(languages))("%s", (locale, { affiliate }) => {
  const texts = new Map(flat(affiliate))

  it("has every text, in every plural form of the language, and no other", () => {
    expect([...texts.keys()].sort()).toEqual(needed(locale))
  })

  it("fills in what the English text fills in", () => {
    const differing = [...texts].filter(([path, text]) => {
      // An English singular may do without the number, where another language's also stands for 21.
      const own = english.find(([other]) => other === path.replace(PLURAL, "_other"))
      const wanted = placeholders(own?.[1] ?? "")
      const found = placeholders(text)
      // "1 day" may do without the number.
      return PLURAL.test(path) ? found.some((name) => !wanted.includes(name)) : String(found) !== String(wanted)
    })
    expect(differing).toEqual([])
  })

  it("has no empty text, and none with a blank at its ends", () => {
    expect([...texts].filter(([, text]) => text.trim() !== text || text === "")).toEqual([])
  })
})
