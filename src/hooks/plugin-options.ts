import { configManager } from "@medusajs/framework/config"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import { parseOptions, type AffiliateOptions } from "../modules/affiliate/options"

/**
 * The plugin's options at import time: workflow hooks register before any container exists. Medusa has by then merged a plugin's options
 * into the configuration of its modules.
 */
export function pluginOptions(): AffiliateOptions {
  const module = configManager.config.modules?.[AFFILIATE_MODULE]
  const options = typeof module === "object" && "options" in module ? (module.options as Record<string, unknown>) : undefined
  return parseOptions(options)
}
