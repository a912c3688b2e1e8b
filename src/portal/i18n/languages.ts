import { de } from "./de"
import { en, type Texts } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { ru } from "./ru"

export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", fr: "Français", ru: "Русский" } as const
export type Language = keyof typeof LANGUAGES

const TEXTS: Record<Language, Texts> = { en, de, es, fr, ru }
export const textsOf = (language: Language): Texts => TEXTS[language]

/** The first language the visitor asks for that the portal speaks; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const spoken = wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag !== undefined && Object.hasOwn(LANGUAGES, tag))
  return (spoken as Language | undefined) ?? "en"
}
