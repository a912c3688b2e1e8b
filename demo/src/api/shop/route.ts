import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { readFileSync } from "node:fs"
import path from "node:path"

import type { DemoFacts } from "../../seed/facts"

const page = path.resolve(__dirname, "../../../shop/index.html")

/** The shop's one page; what it shows comes from the Store API, as in any storefront. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const [store] = await req.scope.resolve(Modules.STORE).listStores()
  const facts = store?.metadata?.demo as DemoFacts | undefined
  const config = {
    publishable_key: facts?.publishable_key,
    region_ids: facts?.region_ids,
    project: facts?.affiliate_data?.program_number,
  }
  const html = readFileSync(page, "utf8")
    .replace("{{config}}", () => JSON.stringify(config).replaceAll("<", "\\u003c"))
    .replace("{{counter}}", () => counterUrl(req, config.project))
  res.set("Cache-Control", "no-store").type("html").send(html)
}

/** The image for browsers without JavaScript. Every value is percent-encoded, so none can leave its attribute. */
function counterUrl(req: MedusaRequest, project: number | undefined): string {
  const here = `${req.protocol}://${req.get("host") ?? ""}${req.originalUrl}`
  const parameters = { rnd: String(Date.now()), ...(project && { project }), r: req.get("referer") ?? "", p: here }
  return `/affiliate/counter?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&amp;")}`
}
