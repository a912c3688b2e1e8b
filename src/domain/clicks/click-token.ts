import { createHmac, timingSafeEqual } from "node:crypto"

/** A signing key and its public name. The first of a list signs; the others only verify, so that keys can be rotated. */
export interface TokenKey {
  id: string
  secret: string
}

export interface ClickClaim {
  click_id: string
  expires_at: Date
}

/** The only form a token has; the base64url groups are of fixed alphabet, so no other spelling of the same bytes passes. */
const TOKEN = /^([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]{1,120})\.([A-Za-z0-9_-]{43})$/

/** Signs a click: `<key id>.<click id and expiry>.<HMAC-SHA256>`. It carries no personal data. */
export function signClickToken(claim: ClickClaim, [key]: [TokenKey, ...TokenKey[]]): string {
  const seconds = Math.floor(claim.expires_at.getTime() / 1000)
  const payload = Buffer.from(`${claim.click_id}~${seconds}`).toString("base64url")
  return `${key.id}.${payload}.${mac(key, payload)}`
}

/** Gives the claim of a token that is ours, unaltered and not expired at `now`; null for anything else, a bare click id included. */
export function verifyClickToken(token: unknown, keys: TokenKey[], now: Date): ClickClaim | null {
  const [, keyId, payload, signature] = (typeof token === "string" && TOKEN.exec(token)) || []
  const key = keys.find(({ id }) => id === keyId)
  if (!key || !payload || !signature) return null
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(mac(key, payload)))) return null

  const [clickId, seconds] = Buffer.from(payload, "base64url").toString().split("~")
  const expiresAt = new Date(Number(seconds) * 1000)
  return clickId && expiresAt > now ? { click_id: clickId, expires_at: expiresAt } : null
}

const mac = (key: TokenKey, payload: string): string => createHmac("sha256", key.secret).update(`${key.id}.${payload}`).digest("base64url")
