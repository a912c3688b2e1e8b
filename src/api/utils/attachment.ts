import type { MedusaResponse } from "@medusajs/framework/http"

/** Makes an answer a CSV file to download. People's data, perhaps bank details, stand in it: no cache keeps it. */
export const attachCsv = (res: MedusaResponse, name: string): MedusaResponse =>
  res.status(200).set({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.csv"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })
