/**
 * A client of the running shop.
 * @param {string} url
 * @param {Record<string, string>} [headers]
 */
export function client(url, headers = {}) {
  /** @param {string} path @param {unknown} [body] a POST when given */
  return async (path, body) => {
    const response = await fetch(url + path, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer.message ?? ""}`)
    return answer
  }
}

/**
 * @param {string} url
 * @param {"user" | "customer"} actor
 * @param {{ email: string, password: string }} login
 * @param {Record<string, string>} [headers]
 */
export async function loggedIn(url, actor, { email, password }, headers = {}) {
  const { token } = await client(url)(`/auth/${actor}/emailpass`, { email, password })
  return client(url, { ...headers, authorization: `Bearer ${token}` })
}
