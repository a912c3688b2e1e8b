/**
 * Calls a store.
 * @param {string} url
 * @param {Record<string, string>} headers
 */
export function client(url, headers = {}) {
  /** The answer, whatever it is. @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [more] */
  async function answer(method, path, body, more = {}) {
    const response = await fetch(url + path, {
      method,
      headers: { "content-type": "application/json", ...headers, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.includes("json")
    return { status: response.status, body: isJson ? JSON.parse(text) : text }
  }
  /** @param {string} method @param {string} path @param {unknown} [sent] @param {Record<string, string>} [more] */
  async function call(method, path, sent, more) {
    const { status, body } = await answer(method, path, sent, more)
    if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body).slice(0, 1000)}`)
    return body
  }
  return {
    answer,
    /** @param {string} path */
    get: (path) => call("GET", path),
    /** @param {string} path @param {unknown} [body] @param {Record<string, string>} [more] */
    post: (path, body = {}, more = {}) => call("POST", path, body, more),
  }
}

/** @param {string} url @param {string} actor @param {{ email: string, password: string }} login @returns {Promise<string>} */
export const logIn = async (url, actor, login) => (await client(url).post(`/auth/${actor}/emailpass`, login)).token
