import type { MedusaRequest } from "@medusajs/framework/http"

import { backendUrlOf } from "../../workflows/utils/backend-url"

/** Where the server is reached from outside: as it is configured, else as this request of an admin has reached it. */
export const publicUrl = (req: MedusaRequest): string => backendUrlOf(req.scope) ?? `${req.protocol}://${req.get("host") ?? "localhost"}`
