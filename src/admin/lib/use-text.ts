import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type en from "../i18n/json/en.json"

type Plural = "zero" | "one" | "two" | "few" | "many" | "other"
type WithoutPlural<K extends string> = K extends `${infer Base}_${Plural}` ? Base : K
type Keys<T, Path extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${WithoutPlural<K>}` : Keys<T[K], `${Path}${K}.`>
}[keyof T & string]

/** The keys of all texts in `en.json`, so that a misspelt key does not compile. */
export type TextKey = Keys<typeof en>
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

/** The plugin's texts in the dashboard's language. */
export function useText(): Translate {
  const { t } = useTranslation("affiliate")
  return useCallback((key, values) => t(key, values ?? {}), [t])
}
