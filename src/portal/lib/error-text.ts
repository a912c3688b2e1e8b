import type { Texts } from "../i18n/en"
import type { Language } from "../i18n/languages"
import { ApiError } from "./api"

/** What people read of an error. The backend speaks English, so its sentences are shown to those who do; reasons have their own texts. */
export function errorText(error: unknown, t: Texts, language: Language): string {
  if (!(error instanceof ApiError)) return t.errors.server ?? ""
  const known = error.code === undefined ? undefined : t.errors[error.code]
  if (known) return known
  if (error.status === 0) return t.errors.offline ?? ""
  if (error.status === 401) return t.errors.sessionEnded ?? ""
  if (error.status >= 500) return t.errors.server ?? ""
  return language === "en" ? sentence(error.message) : (t.errors.check ?? "")
}

/** The field that a message begins with: `details.iban: must be …`. */
export const errorField = (error: unknown): string | null =>
  error instanceof ApiError ? (/^(?:[a-z_]+\.)*([a-z_0-9]+): /.exec(error.message)?.[1] ?? null) : null

function sentence(message: string): string {
  const text = message.replace(/^[a-z_0-9.]+: /, "")
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".")
}
