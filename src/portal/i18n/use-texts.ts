import { createContext, useContext } from "react"

import { formats, type Formats } from "../lib/formats"
import { textsOf, type Language } from "./languages"
import type { Texts } from "./en"

export interface Speech extends Formats {
  t: Texts
  language: Language
  setLanguage: (language: Language) => void
}

export const speechIn = (language: Language, timezone: string, setLanguage: Speech["setLanguage"]): Speech => ({
  t: textsOf(language),
  language,
  setLanguage,
  ...formats(language, timezone),
})

export const SpeechContext = createContext<Speech>(speechIn("en", "UTC", () => undefined))

/** The texts of the visitor's language, and how it writes amounts and days. */
export const useTexts = (): Speech => useContext(SpeechContext)
