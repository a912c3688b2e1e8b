import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { logAndContinue } from "../../../workflows/utils/log-and-continue"

/** tooling/build-browser.mjs writes it beside the built plugin. */
const FILE = path.resolve(__dirname, "../../../browser/tracker.js")
let script: string | undefined

/**
 * The script of the shop's pages, with the running programs' link parameters in it, so that a shop has nothing to configure. An address with
 * another `?v=` is fetched anew.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { clicks } = affiliateModule(req.scope)
  const parameters = await logAndContinue(req.scope, "reading link parameters", () => clicks.linkParameters(new Date()), null)
  script ??= readFileSync(FILE, "utf8")
  const text = script.replace("@PARAMETERS@", (parameters ?? ["ref"]).join(","))

  res.set({
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": parameters ? "public, max-age=300, stale-while-revalidate=86400" : "no-store",
    ETag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
  })
  res.type("application/javascript").send(text)
}
