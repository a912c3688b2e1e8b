import { currencies } from "@medusajs/dashboard/lib"
import { useMemo } from "react"
import type { EntityOption } from "./use-entity-options"

/** Every currency Medusa knows, as "EUR Euro". Codes are in lower case, as the store keeps them. */
export const useCurrencyOptions = (): EntityOption[] =>
  useMemo(() => Object.values(currencies).map(({ code, name }) => ({ value: code.toLowerCase(), label: `${code} ${name}` })), [])
