/**
 * Calls a store; an answer of 400 or more throws.
 * @param {string} url
 * @param {Record<string, string>} headers
 */
export function client(url, headers = {}) {
  /** @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [more] */
  async function call(method, path, body, more = {}) {
    const response = await fetch(url + path, {
      method,
      headers: { "content-type": "application/json", ...headers, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 1000)}`)
    return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text
  }
  return {
    /** @param {string} path */
    get: (path) => call("GET", path),
    /** @param {string} path @param {unknown} [body] @param {Record<string, string>} [more] */
    post: (path, body = {}, more = {}) => call("POST", path, body, more),
  }
}

/** @param {string} url @param {string} actor @param {{ email: string, password: string }} login @returns {Promise<string>} */
export const logIn = async (url, actor, login) => (await client(url).post(`/auth/${actor}/emailpass`, login)).token
