import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readdirSync } from "node:fs"
import path from "node:path"

const shop = path.resolve(__dirname, "../../../../../shop")

/** Only what lies there when the server starts can be asked for, by its bare name: no path from outside is ever opened. */
const files = new Map(
  readdirSync(shop, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(css|js|svg)$/.test(entry.name))
    .map((entry) => [entry.name, path.join(entry.parentPath, entry.name)])
)

export function GET(req: MedusaRequest, res: MedusaResponse): void {
  const file = files.get(req.params.file ?? "")
  if (!file) {
    res.status(404).end()
    return
  }
  res.set("Cache-Control", "no-cache").sendFile(file)
}
