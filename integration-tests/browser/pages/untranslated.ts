import de from "../../../src/admin/i18n/json/de.json"
import en from "../../../src/admin/i18n/json/en.json"
import es from "../../../src/admin/i18n/json/es.json"
import fr from "../../../src/admin/i18n/json/fr.json"
import ru from "../../../src/admin/i18n/json/ru.json"

export type Language = "en" | "de" | "es" | "fr" | "ru"
type Texts = { [key: string]: string | Texts }

export const TEXTS: Record<Language, Pick<typeof en, "referral" | "group" | "order" | "promotion">> = { en, de, es, fr, ru }

const valuesOf = (texts: Texts): string[] => Object.values(texts).flatMap((text) => (typeof text === "string" ? [text] : valuesOf(text)))

const KEY = new RegExp(`\\b(?:${Object.keys(en).join("|")})\\.[a-zA-Z_]+(?:\\.[a-zA-Z_]+)*\\b`)

/** Texts that stand on a page as no reader should see them: a key, a placeholder, a name from the code, and English on a page in another language. */
export function untranslated(texts: string[], language: Language): string[] {
  const own = new Set(valuesOf(TEXTS[language]))
  const english = language === "en" ? new Set<string>() : new Set(valuesOf(en).filter((text) => !own.has(text)))
  return texts.flatMap((text) => {
    if (KEY.test(text) || text.includes("{{")) return [`not translated: ${text}`]
    if (/^[a-z]+(?:_[a-z]+)+$/.test(text) && !text.startsWith("utm_")) return [`a name from the code: ${text}`]
    return english.has(text) ? [`English: ${text}`] : []
  })
}
