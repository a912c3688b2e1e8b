import { readdirSync } from "node:fs"
import path from "node:path"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** `tooling/build-portal.mjs` writes the portal beside the compiled plugin. */
const BUILT = path.resolve(__dirname, "../../../portal")
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
}
/** Each file lies there plain, and compressed under these endings, unless it is tiny. */
const ENCODINGS = { br: ".br", gzip: ".gz" }

let built: Set<string> | undefined
const isBuilt = (file: string): boolean =>
  (built ??= new Set(readdirSync(BUILT, { recursive: true, encoding: "utf8" }))).has(path.normalize(file))

/** Sends a built file of the portal, compressed where the browser takes it. One that does not exist is 404. */
export function sendBuilt(req: MedusaRequest, res: MedusaResponse, file: string, headers: Record<string, string>): void {
  const encoding = (["br", "gzip"] as const).find((name) => req.acceptsEncodings(name) && isBuilt(file + ENCODINGS[name]))
  res.set({
    "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    Vary: "Accept-Encoding",
    ...headers,
    ...(encoding && { "Content-Encoding": encoding }),
  })
  res.sendFile(encoding ? file + ENCODINGS[encoding] : file, { root: BUILT, cacheControl: false }, (error?: Error) => {
    if (!error || res.headersSent) return
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).debug(`affiliate: ${file} of the portal was not sent: ${error.message}`)
    for (const name of ["Content-Encoding", "Content-Type", "Cache-Control"]) res.removeHeader(name)
    res.status(404).json({ type: "not_found", message: "There is no such file" })
  })
}
