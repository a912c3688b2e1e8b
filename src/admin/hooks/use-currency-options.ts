import { currencies } from "@medusajs/dashboard/lib"
import { useMemo } from "react"
import type { EntityOption } from "./use-entity-options"

/** All of Medusa's currencies, as "EUR Euro". Codes are in lower case, as Medusa stores them. */
export const useCurrencyOptions = (): EntityOption[] =>
  useMemo(() => Object.values(currencies).map(({ code, name }) => ({ value: code.toLowerCase(), label: `${code} ${name}` })), [])
