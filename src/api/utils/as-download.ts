import type { MedusaResponse } from "@medusajs/framework/http"

/** Makes an answer a file to save. It holds people's money, perhaps their bank details: no cache keeps it. */
export const asDownload = (res: MedusaResponse, fileName: string, contentType: string): MedusaResponse =>
  res.status(200).set({
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })

/** The same for a CSV file named after its day. */
export const asCsvDownload = (res: MedusaResponse, name: string): MedusaResponse =>
  asDownload(res, `${name}-${new Date().toISOString().slice(0, 10)}.csv`, "text/csv; charset=utf-8")
