import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"

import { StoreCreateAffiliateClick } from "./store/affiliate-clicks/validators"
import { StoreAttributeCart } from "./store/carts/[id]/affiliate/validators"
import { attributeCreatedCart } from "./store/carts/attribute-created-cart"
import { addPromoCodes, removePromoCodes, replacePromoCodes } from "./store/carts/promo-codes"
import { referRegisteredCustomer } from "./store/customers/refer-registered-customer"

/** What brings visitors' clicks and codes in: our own routes, and what we add to Medusa's routes for carts and customers. */
export const captureMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/affiliate-clicks",
    method: "POST",
    bodyParser: { sizeLimit: "16kb" },
    middlewares: [validateAndTransformBody(StoreCreateAffiliateClick)],
  },
  { matcher: "/store/carts/:id/affiliate", method: "POST", middlewares: [validateAndTransformBody(StoreAttributeCart)] },
  { matcher: "/store/carts", method: "POST", middlewares: [attributeCreatedCart] },
  { matcher: "/store/carts/:id", method: "POST", middlewares: [replacePromoCodes] },
  { matcher: "/store/carts/:id/promotions", method: "POST", middlewares: [addPromoCodes] },
  { matcher: "/store/carts/:id/promotions", method: "DELETE", middlewares: [removePromoCodes] },
  { matcher: "/store/customers", method: "POST", middlewares: [referRegisteredCustomer] },
]
