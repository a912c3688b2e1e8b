import type { MiddlewareRoute } from "@medusajs/framework/http"

import { allowAnyOrigin } from "./affiliate/any-origin"
import { readTextBody } from "./affiliate/clicks/read-text-body"
import { POST as postClick } from "./affiliate/clicks/route"
import { GET as getPixel } from "./affiliate/counter/route"
import { StoreCreateAffiliateClick } from "./store/affiliate-clicks/validators"
import { StoreAttributeCart } from "./store/carts/[id]/affiliate/validators"
import { attributeCreatedCart } from "./store/carts/attribute-created-cart"
import { attributeOlderCart } from "./store/carts/attribute-older-cart"
import { applyPendingDiscounts, dropLostLinkDiscount } from "./store/carts/pending-discounts"
import { addPromoCodes, removePromoCodes, replacePromoCodes } from "./store/carts/promo-codes"
import { tellLostCode } from "./store/carts/tell-lost-code"
import { referRegisteredCustomer } from "./store/customers/refer-registered-customer"
import { noQuery, validateBody } from "./utils/validate"

/**
 * The path of a route that visitors call on every page. Express compares a request with one route after the other, some 1,600 before these,
 * which took longer than all that we do about a click. Medusa puts patterns before names, so the middlewares of such a route answer; its file
 * is only what it is known by.
 */
function foundFirst(path: string): RegExp {
  return new RegExp(`^${path}/?$`, "i")
}

/** How visitors' clicks and codes come in: our own routes, and what we add to Medusa's routes for carts and customers. */
export const captureMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/affiliate-clicks",
    method: "POST",
    bodyParser: { sizeLimit: "16kb" },
    middlewares: [noQuery, validateBody(StoreCreateAffiliateClick)],
  },
  { matcher: "/affiliate/clicks", method: "POST", bodyParser: { sizeLimit: "16kb" } },
  {
    matcher: foundFirst("/affiliate/clicks"),
    method: "POST",
    middlewares: [allowAnyOrigin, readTextBody, noQuery, validateBody(StoreCreateAffiliateClick), postClick],
  },
  { matcher: foundFirst("/affiliate/counter"), method: "GET", middlewares: [getPixel] },
  { matcher: "/store/carts/:id/affiliate", method: "GET", middlewares: [noQuery] },
  { matcher: "/store/carts/:id/affiliate", method: "POST", middlewares: [noQuery, validateBody(StoreAttributeCart)] },
  { matcher: "/store/carts", method: "POST", middlewares: [attributeCreatedCart] },
  { matcher: "/store/carts/:id", method: "POST", middlewares: [attributeOlderCart] },
  { matcher: "/store/carts/:id/line-items", method: "POST", middlewares: [attributeOlderCart] },
  { matcher: "/store/carts/:id", method: "POST", middlewares: [replacePromoCodes, applyPendingDiscounts] },
  { matcher: "/store/carts/:id/line-items", method: "POST", middlewares: [applyPendingDiscounts] },
  { matcher: "/store/carts/:id/line-items/:line_id", method: "POST", middlewares: [applyPendingDiscounts] },
  { matcher: "/store/carts/:id/customer", method: "POST", middlewares: [applyPendingDiscounts] },
  { matcher: "/store/carts/:id", method: "POST", middlewares: [tellLostCode] },
  { matcher: "/store/carts/:id/customer", method: "POST", middlewares: [tellLostCode] },
  { matcher: "/store/carts/:id/complete", method: "POST", middlewares: [dropLostLinkDiscount] },
  { matcher: "/store/carts/:id/promotions", method: "POST", middlewares: [addPromoCodes] },
  { matcher: "/store/carts/:id/promotions", method: "DELETE", middlewares: [removePromoCodes] },
  { matcher: "/store/customers", method: "POST", middlewares: [referRegisteredCustomer] },
]
