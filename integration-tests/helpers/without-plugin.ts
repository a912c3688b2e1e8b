import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { Shop } from "./shop"

/** Checks out with a code in a process of its own: a store without the plugin on the same database. */
export async function checkOutWithoutPlugin(container: MedusaContainer, shop: Shop, code: string) {
  const { connectionString } = container.resolve(ContainerRegistrationKeys.PG_CONNECTION).client.config.connection as {
    connectionString: string
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [require.resolve("@medusajs/cli/cli.js"), "exec", "./checkout.js", JSON.stringify(shop), code],
    {
      cwd: path.join(__dirname, "../without-plugin"),
      env: { ...process.env, NODE_ENV: "production", DATABASE_URL: connectionString, LOG_LEVEL: "error", NODE_OPTIONS: "" },
    }
  )
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as { refusal: string | null; order: Record<string, unknown> }
}
