import { sessionToken, setSession } from "./session"

/** The backend: the portal's scripts lie at `<backend>/affiliate/portal/assets/`. */
const BACKEND = new URL("../../../", import.meta.url)

/** The backend said no. `message` is its English sentence, `code` the reason for programs. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code?: string
  ) {
    super(message)
  }
}

export interface CallOptions {
  method?: "GET" | "POST" | "DELETE"
  body?: unknown
  /** Instead of the session's. */
  token?: string | null
  signal?: AbortSignal
}

let publishableKey = ""
/** Of the portal's configuration, before anything else is asked. */
export const takePublishableKey = (key: string): void => void (publishableKey = key)

/** @throws ApiError; status 0 when the backend cannot be reached. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await request(path, options)
  return (await response.json().catch(() => null)) as T
}

/** An answer that is a file. @throws ApiError */
export async function request(path: string, { body, method, token = sessionToken(), signal }: CallOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { "x-publishable-api-key": publishableKey }
  if (body !== undefined) headers["content-type"] = "application/json"
  if (token) headers.authorization = `Bearer ${token}`
  const response = await fetch(new URL(path.slice(1), BACKEND), {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "omit",
    signal,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiError(0, "The backend cannot be reached")
  })
  if (response.ok) return response
  const answer = (await response.json().catch(() => null)) as { message?: string; code?: string } | null
  // Whoever is logged out elsewhere, or for too long, logs in again; what was refused to somebody who logs in is told there.
  if (response.status === 401 && path.startsWith("/store/")) setSession(null)
  throw new ApiError(response.status, answer?.message ?? response.statusText, answer?.code)
}
