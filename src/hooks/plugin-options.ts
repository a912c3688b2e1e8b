import { configManager } from "@medusajs/framework/config"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import { parseOptions, type AffiliateOptions } from "../modules/affiliate/options"

/**
 * Reads the plugin's options from the configuration, because workflow hooks are registered at import time, before any container exists. By
 * then Medusa has merged a plugin's options into the configuration of its modules.
 */
export function pluginOptions(): AffiliateOptions {
  const module = configManager.config.modules?.[AFFILIATE_MODULE]
  const options = typeof module === "object" && "options" in module ? (module.options as Record<string, unknown>) : undefined
  return parseOptions(options)
}
