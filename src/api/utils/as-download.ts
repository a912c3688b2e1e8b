import type { MedusaResponse } from "@medusajs/framework/http"

/** Makes an answer a file to save. It holds people's money, perhaps their bank details: no cache keeps it. */
export const asDownload = (res: MedusaResponse, fileName: string, contentType: string): MedusaResponse =>
  res.status(200).set({
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })

const CONTENT_TYPES = { csv: "text/csv; charset=utf-8", xml: "application/xml; charset=utf-8" }

/** The same for a file named after its day. */
export const asDatedDownload = (res: MedusaResponse, name: string, extension: keyof typeof CONTENT_TYPES): MedusaResponse =>
  asDownload(res, `${name}-${new Date().toISOString().slice(0, 10)}.${extension}`, CONTENT_TYPES[extension])
