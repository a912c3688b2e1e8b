import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { parseHttpUrl } from "../../domain/clicks/site"

/** Where the store's server is reached: `admin.backendUrl` of its configuration. Null where that names no host. */
export function backendUrlOf(container: MedusaContainer): string | null {
  const { admin } = container.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  const url = parseHttpUrl(admin.backendUrl ?? "")
  return url && url.origin + url.pathname.replace(/\/+$/, "")
}

/** Where affiliates find their account. */
export function portalUrlOf(container: MedusaContainer): string | null {
  const url = backendUrlOf(container)
  return url && `${url}/affiliate/portal`
}
