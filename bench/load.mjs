import { Agent, get } from "node:http"

/**
 * Sends requests over as many connections at once. Anything but a 200 is an error.
 * @param {string} url @param {(n: number) => string} path @param {number} count @param {number} connections
 * @returns {Promise<number>} seconds per request
 */
export async function load(url, path, count, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let next = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < count) await one(agent, url + path(next++))
    })
  )
  agent.destroy()
  return (performance.now() - start) / 1000 / count
}

/** @param {Agent} agent @param {string} address @returns {Promise<void>} */
const one = (agent, address) =>
  new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${address} answered ${response.statusCode}`))
      })
    }).once("error", reject)
  })
