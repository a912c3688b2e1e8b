import { pipeline } from "node:stream/promises"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { PRINT_PAGE_POLICY } from "../../../domain/statements/statement-html"
import type { StatementFile } from "../../../workflows/statements/statement-file"
import { asDownload } from "../as-download"

const CONTENT_TYPES = { csv: "text/csv; charset=utf-8", pdf: "application/pdf" }

/** Sends a page to print, or a file to save. It is made before this is called, so that what goes wrong until then is answered as an error. */
export async function sendFile(req: MedusaRequest, res: MedusaResponse, file: StatementFile): Promise<void> {
  if (file.format === "html") {
    const headers = { "content-security-policy": PRINT_PAGE_POLICY, "cache-control": "no-store", "x-content-type-options": "nosniff" }
    res.status(200).set(headers).type("html").send(file.content)
    return
  }
  try {
    await pipeline(file.content, asDownload(res, file.name, CONTENT_TYPES[file.format]))
  } catch (error) {
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`Sending ${file.name} broke off: ${String(error)}`)
  }
}
