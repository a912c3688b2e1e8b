import { config } from "./config.js"
import { storedToken } from "./session.js"

/** The answer of the API said no; `message` says why, in its own words. */
export class ApiError extends Error {
  constructor(status, body) {
    super(body?.message ?? `The shop answered with an error (${status}).`)
    this.status = status
  }
}

/**
 * Calls the Store API as any storefront does.
 *
 * @param {string} path
 * @param {{ body?: unknown, method?: string, headers?: Record<string, string>, token?: string | null }} [options]
 * @throws ApiError
 */
export async function api(path, { body, method = body === undefined ? "GET" : "POST", headers = {}, token = storedToken() } = {}) {
  const response = await fetch(path, {
    method,
    headers: {
      "content-type": "application/json",
      "x-publishable-api-key": config.publishable_key,
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer = await response.json().catch(() => null)
  if (!response.ok) throw new ApiError(response.status, answer)
  return answer
}
