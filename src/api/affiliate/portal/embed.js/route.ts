import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sendBuilt } from "../send-built"

/** The script that a shop's page embeds the portal with. Its address stays the same, so browsers ask for a new one every hour. */
export function GET(req: MedusaRequest, res: MedusaResponse): void {
  sendBuilt(req, res, "embed.js", { "Cache-Control": "public, max-age=3600", "Cross-Origin-Resource-Policy": "cross-origin" })
}
