import { createServer } from "node:net"

/** Said now and not after three minutes of building. @param {number} port @returns {Promise<void>} */
export function requireFreePort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number from 1 to 65535, not ${process.env.PORT}.`)
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = `Port ${port} is in use. Stop what listens there, or take another one: PORT=${port + 1} npm run demo`
      reject(error.code === "EADDRINUSE" ? new Error(taken) : error)
    })
    probe.listen(port, () => probe.close(() => resolve()))
  })
}
