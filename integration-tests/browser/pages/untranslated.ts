import de from "../../../src/admin/i18n/json/de.json"
import en from "../../../src/admin/i18n/json/en.json"

type Texts = { [key: string]: string | Texts }

const valuesOf = (texts: Texts): string[] => Object.values(texts).flatMap((text) => (typeof text === "string" ? [text] : valuesOf(text)))

const KEY = new RegExp(`\\b(?:${Object.keys(en).join("|")})\\.[a-zA-Z_]+(?:\\.[a-zA-Z_]+)*\\b`)
const german = new Set(valuesOf(de))
const englishOnly = new Set(valuesOf(en).filter((text) => !german.has(text)))

/** Texts that stand on a page as no reader should see them: a key, a placeholder, a name from the code, and English on a German page. */
export function untranslated(texts: string[], language: string): string[] {
  return texts.flatMap((text) => {
    if (KEY.test(text) || text.includes("{{")) return [`not translated: ${text}`]
    if (/^[a-z]+(?:_[a-z]+)+$/.test(text) && !text.startsWith("utm_")) return [`a name from the code: ${text}`]
    return language === "de" && englishOnly.has(text) ? [`English: ${text}`] : []
  })
}
