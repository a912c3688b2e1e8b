import { createHmac } from "node:crypto"

import { configManager } from "@medusajs/framework/config"

import type { TokenKey } from "../../../domain/clicks/click-token"
import type { AffiliateOptions } from "../options"

/** The first signs, all verify. */
export type TokenKeys = [TokenKey, ...TokenKey[]]

/** By the store's secret: deriving it costs as much as signing a click. */
const derived = new Map<unknown, TokenKey>()

/** The keys of click tokens: the store's own, or one derived from its JWT secret. Read at use, because Medusa loads the configuration after modules. */
export function tokenKeys({ token_keys = [] }: AffiliateOptions): TokenKeys {
  const [first, ...others] = token_keys
  if (first) return [first, ...others]
  const { jwtSecret } = configManager.config.projectConfig.http
  const known = derived.get(jwtSecret)
  if (known) return [known]
  const secret = createHmac("sha256", jwtSecret as string)
    .update("medusa-plugin-affiliate click token")
    .digest("base64url")
  const key = { id: "store", secret }
  derived.set(jwtSecret, key)
  return [key]
}
