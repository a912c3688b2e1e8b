import Medusa from "@medusajs/js-sdk"

/** The SDK with the dashboard's own address and kind of login, so that it shares the session. */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: { type: __AUTH_TYPE__ ?? "session", jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined },
})
