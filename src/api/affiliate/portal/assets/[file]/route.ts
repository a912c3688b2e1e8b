import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { sendBuilt } from "../../send-built"

/** The build puts a hash of the content into every name, so a name never changes what it means. */
const HASHED = /^[a-z0-9-]+-[A-Z0-9]{8}\.(js|css)$/

export function GET(req: MedusaRequest, res: MedusaResponse): void {
  const file = req.params.file as string
  if (!HASHED.test(file)) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such file")
  // Module scripts are fetched with CORS, also by a page in a sandboxed frame.
  sendBuilt(req, res, `assets/${file}`, { "Cache-Control": "public, max-age=31536000, immutable", "Access-Control-Allow-Origin": "*" })
}
