import type { LoaderOptions } from "@medusajs/framework/types"

import validateOptions from "../loaders/validate-options"
import { parseOptions } from "../options"

const SECRET = "a secret of at least thirty-two characters"
const DEFAULTS = { payout_providers: [], portal: {}, click_retention_months: 0 }
const HOOKS = {
  cart_promotion_context: true,
  complete_cart_validate: true,
  order_edit_promotion_context: true,
  draft_order_promotion_context: true,
}

describe("parseOptions", () => {
  it.each<[string, Record<string, unknown> | undefined, object]>([
    ["nothing given", undefined, { subscribers: true, hooks: HOOKS }],
    ["a year of clicks", { click_retention_months: 12 }, { subscribers: true, hooks: HOOKS, click_retention_months: 12 }],
    ["an empty object", {}, { subscribers: true, hooks: HOOKS }],
    ["Medusa's own key is not looked at", { database: { clientUrl: "postgres://" } }, { subscribers: true, hooks: HOOKS }],
    ["events switched off", { subscribers: false }, { subscribers: false, hooks: HOOKS }],
    [
      "one hook switched off",
      { hooks: { complete_cart_validate: false } },
      { subscribers: true, hooks: { ...HOOKS, complete_cart_validate: false } },
    ],
    [
      "two keys, in their order",
      {
        token_keys: [
          { id: "new", secret: SECRET },
          { id: "old", secret: SECRET },
        ],
      },
      {
        subscribers: true,
        hooks: HOOKS,
        token_keys: [
          { id: "new", secret: SECRET },
          { id: "old", secret: SECRET },
        ],
      },
    ],
    [
      "the shortest secret and the longest name",
      { token_keys: [{ id: "a".repeat(16), secret: "s".repeat(32) }] },
      { subscribers: true, hooks: HOOKS, token_keys: [{ id: "a".repeat(16), secret: "s".repeat(32) }] },
    ],
    [
      "a provider of the store's own",
      { payout_providers: [{ resolve: "./src/payouts/my-bank", id: "my-bank", options: { key: "k" } }] },
      {
        subscribers: true,
        hooks: HOOKS,
        payout_providers: [{ resolve: "./src/payouts/my-bank", id: "my-bank", options: { key: "k" } }],
      },
    ],
    [
      "the sites that may embed the portal",
      { portal: { frame_ancestors: ["https://shop.example.com", "*.example.net", "http://localhost:8000"] } },
      {
        subscribers: true,
        hooks: HOOKS,
        portal: { frame_ancestors: ["https://shop.example.com", "*.example.net", "http://localhost:8000"] },
      },
    ],
  ])("%s", (_, options, expected) => {
    expect(parseOptions(options)).toEqual({ ...DEFAULTS, ...expected })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ["an option nobody knows", { token_key: "x" }, `options: Unrecognized key: "token_key"`],
    ["several", { a: 1, b: 2 }, `options: Unrecognized keys: "a", "b"`],
    [
      "what would end a policy",
      { portal: { frame_ancestors: ["a.example; script-src *"] } },
      "portal.frame_ancestors.0: must be an origin such as https://shop.example.com",
    ],
    [
      "a page instead of a site",
      { portal: { frame_ancestors: ["https://a.example/b"] } },
      "portal.frame_ancestors.0: must be an origin such as https://shop.example.com",
    ],
    ...[-1, 1.5, "13", null].map((months): [string, Record<string, unknown>, string] => [
      `${String(months)} months of clicks`,
      { click_retention_months: months },
      "click_retention_months: must be a whole number of months, 0 or more",
    ]),
    ["a word for a switch", { subscribers: "no" }, "subscribers: Invalid input: expected boolean, received string"],
    ["a hook nobody knows", { hooks: { cart: false } }, `hooks: Unrecognized key: "cart"`],
    [
      "a word for a hook",
      { hooks: { complete_cart_validate: 1 } },
      "hooks.complete_cart_validate: Invalid input: expected boolean, received number",
    ],
    ["no list of keys", { token_keys: SECRET }, "token_keys: Invalid input: expected array, received string"],
    ["an empty list of keys", { token_keys: [] }, "token_keys: Too small: expected array to have >=1 items"],
    ["a key that is text", { token_keys: [SECRET] }, "token_keys.0: Invalid input: expected object, received string"],
    ["a key without a secret", { token_keys: [{ id: "k" }] }, "token_keys.0.secret: Invalid input: expected string, received undefined"],
    ["a short secret", { token_keys: [{ id: "k", secret: "s".repeat(31) }] }, "token_keys.0.secret: must have at least 32 characters"],
    ["an empty name", { token_keys: [{ id: "", secret: SECRET }] }, "token_keys.0.id: must be 1 to 16 letters, digits, - or _"],
    ["a name of 17", { token_keys: [{ id: "a".repeat(17), secret: SECRET }] }, "token_keys.0.id: must be 1 to 16 letters, digits, - or _"],
    ["a dot in a name", { token_keys: [{ id: "k.1", secret: SECRET }] }, "token_keys.0.id: must be 1 to 16 letters, digits, - or _"],
    [
      "the second key",
      {
        token_keys: [
          { id: "k", secret: SECRET },
          { id: "l", secret: "" },
        ],
      },
      "token_keys.1.secret: must have at least 32 characters",
    ],
    [
      "two mistakes, both named",
      { subscribers: 1, hooks: { cart_promotion_context: null } },
      "subscribers: Invalid input: expected boolean, received number; hooks.cart_promotion_context: Invalid input: expected boolean, received null",
    ],
  ])("refuses %s, naming the option", (_, options, problem) => {
    expect(() => parseOptions(options)).toThrow(new Error(`medusa-plugin-affiliate options: ${problem}`))
  })

  it("does not repeat a secret in the message", () => {
    const say = () => parseOptions({ token_keys: [{ id: "k", secret: "too-short-secret" }], api_key: "another-secret" })
    expect(say).toThrow(Error)
    expect(say).not.toThrow(/too-short-secret|another-secret/)
  })
})

describe("the loader", () => {
  const load = async (options: Record<string, unknown>): Promise<void> => validateOptions({ options } as unknown as LoaderOptions)

  it("lets a store with valid options start, however often it is called", async () => {
    const options = { token_keys: [{ id: "k", secret: SECRET }], database: {} }
    await expect(load(options)).resolves.toBeUndefined()
    await expect(load(options)).resolves.toBeUndefined()
  })

  it("stops a store with invalid options", async () => {
    await expect(load({ subscriber: true })).rejects.toThrow(`medusa-plugin-affiliate options: options: Unrecognized key: "subscriber"`)
  })
})
