import { getI18n } from "react-i18next"

/** The dashboard's language as Intl takes it: Medusa writes `ptBR` where everybody else writes `pt-BR`. The browser's language in tests. */
export const language = (): string | undefined => languageTag((getI18n() as { language?: string } | undefined)?.language)

export const languageTag = (code: string | undefined): string | undefined => code?.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")
