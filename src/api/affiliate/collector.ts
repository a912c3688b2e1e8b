import { errorHandler } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express"

import { noQuery, validateBody } from "../utils/validate"
import { StoreCreateAffiliateClick } from "../store/affiliate-clicks/validators"
import { allowAnyOrigin } from "./any-origin"
import { CLICK_COOKIE } from "./click-cookie"
import { readTextBody } from "./clicks/read-text-body"
import { OPTIONS as askClicks, POST as postClick } from "./clicks/route"
import { GET as getPixel } from "./counter/route"
import { GET as getTracker } from "./tracker.js/route"

const LIMIT = "16kb"
/** A token needs no unescaping. */
const COOKIE = new RegExp(`(?:^|; *)${CLICK_COOKIE}=([^;]*)`)

/**
 * The routes of visitors as an application of its own: the handlers that Medusa runs, without its sessions, keys and logs in front of them.
 * The answers are the same.
 */
export function collector(scope: MedusaContainer): Express {
  const app = express().disable("x-powered-by").set("trust proxy", 1)
  app.use((req, _res, next) => {
    // What Medusa would have put there.
    Object.assign(req, { scope, allowed: [], cookies: { [CLICK_COOKIE]: COOKIE.exec(req.get("cookie") ?? "")?.[1] } })
    next()
  })
  app.get("/health", (_req, res) => void res.send("OK"))
  app.get("/affiliate/counter", handler(getPixel))
  app.get("/affiliate/tracker.js", handler(getTracker))
  app.options("/affiliate/clicks", handler(askClicks))
  const bodies = [express.json({ limit: LIMIT }), express.text({ limit: LIMIT })]
  const checks = [allowAnyOrigin, readTextBody, noQuery, validateBody(StoreCreateAffiliateClick)].map(handler)
  app.post("/affiliate/clicks", ...bodies, ...checks, handler(postClick))
  return app.use(errorHandler() as unknown as ErrorRequestHandler)
}

/** Medusa's requests are Express's with the container in `scope`. Express 4 catches what is thrown, and no promise. */
const handler =
  (handle: unknown): RequestHandler =>
  (req, res, next) => {
    Promise.resolve((handle as (...request: unknown[]) => unknown)(req, res, next)).catch(next)
  }
