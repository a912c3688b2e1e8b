import type { MedusaResponse } from "@medusajs/framework/http"

/** Makes an answer a file to save. It is about one person's money: no cache keeps it. */
export const asDownload = (res: MedusaResponse, fileName: string, contentType: string): MedusaResponse =>
  res.status(200).set({
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })
