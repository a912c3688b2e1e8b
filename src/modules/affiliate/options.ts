import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/**
 * What a store may set beside the plugin in `medusa-config`. Everything about money is a setting of a program, in the dashboard.
 */
const optionsSchema = z.strictObject({
  /** Keys that sign click tokens: the first signs, the others still verify. Default: one key derived from the store's `jwtSecret`. */
  token_keys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/, "must be 1 to 16 letters, digits, - or _"),
        secret: z.string().min(32, "must have at least 32 characters"),
      })
    )
    .min(1)
    .optional(),
  /** How many whole months clicks are kept; 0 keeps them for ever. Daily totals outlive them. */
  click_retention_months: z
    .number("must be a whole number of months, 0 or more")
    .int("must be a whole number of months, 0 or more")
    .min(0, "must be a whole number of months, 0 or more")
    .default(0),
  /** The store's own payout providers, each a module provider that extends `AbstractPayoutProvider`. */
  payout_providers: z.array(z.looseObject({ resolve: z.unknown(), id: z.string().optional() })).default([]),
  /** Whether events record orders at once. Switched off, the hourly reconciliation alone does it. */
  subscribers: z.boolean().default(true),
  /**
   * Workflow hooks this plugin registers. Medusa allows one handler per hook and stops the server at the second: switch a hook off where
   * the store or another plugin holds it, and call the exported handler from there (`medusa-plugin-affiliate/hooks`).
   */
  hooks: z
    .strictObject({
      cart_promotion_context: z.boolean().default(true),
      complete_cart_validate: z.boolean().default(true),
      order_edit_promotion_context: z.boolean().default(true),
      draft_order_promotion_context: z.boolean().default(true),
    })
    .prefault({}),
  /** The affiliates' portal. */
  portal: z
    .strictObject({
      /** The sites that may embed it, as `frame-ancestors` of its Content-Security-Policy; none when empty, any when absent. */
      frame_ancestors: z
        .array(
          z
            .string()
            .regex(
              /^(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d+|\*))?$/i,
              "must be an origin such as https://shop.example.com"
            )
        )
        .optional(),
    })
    .prefault({}),
})

export type AffiliateOptions = z.output<typeof optionsSchema>

/**
 * Reads the plugin's options.
 *
 * @throws MedusaError naming the option and what would be valid; a store with invalid options does not start.
 */
export function parseOptions(options: Record<string, unknown> | undefined): AffiliateOptions {
  // Medusa adds its own keys to the object it hands to modules.
  const { database: _database, ...own } = options ?? {}
  const parsed = optionsSchema.safeParse(own)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "options"}: ${message}`)
  throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, `medusa-plugin-affiliate options: ${problems.join("; ")}`)
}
