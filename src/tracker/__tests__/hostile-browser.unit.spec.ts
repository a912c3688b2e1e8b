import * as address from "../address"
import * as send from "../send"
import * as settings from "../settings"
import * as token from "../token"
import * as tracker from "../tracker"
import { openPage, settle } from "./page"

const SETTINGS = { base: "https://api.example.com/affiliate/", waits: false, cleans: true }
const BODY = JSON.stringify({ url: "https://shop.example.com/?ref=ab12", referrer: "" })

/** How each exported function is called. */
const CALLS: Record<string, (win: Window) => unknown> = {
  codeIn: (win) => address.codeIn(win, ["ref"]),
  cleanAddress: (win) => address.cleanAddress(win, ["ref"]),
  isNewVisit: (win) => address.isNewVisit(win),
  onAddressChange: (win) => address.onAddressChange(win, () => undefined),
  readUnsent: (win) => send.readUnsent(win),
  removeUnsent: (win) => send.removeUnsent(win),
  writeUnsent: (win) => send.writeUnsent(win, BODY),
  send: (win) => send.send(win, SETTINGS, BODY),
  sendByImage: (win) => send.sendByImage(win, SETTINGS.base, BODY),
  readSettings: (win) => settings.readSettings(win),
  readToken: (win) => token.readToken(win),
  writeToken: (win) => token.writeToken(win, "a.b.c", 60),
  removeToken: (win) => token.removeToken(win),
  start: (win) => tracker.start(win, ["ref"]),
}

/** A browser in which everything can be had, and nothing used: each property and each call of it throws. */
const hostile = (depth: number): Window =>
  new Proxy(function () {} as unknown as Window, {
    get: (_, name) => {
      if (depth === 0) throw new Error(`${String(name)} is denied`)
      return hostile(depth - 1)
    },
    set: () => {
      throw new Error("denied")
    },
    has: () => {
      throw new Error("denied")
    },
    apply: () => {
      throw new Error("denied")
    },
    construct: () => {
      throw new Error("denied")
    },
  })

const exported = [address, send, settings, token, tracker].flatMap((module) => Object.keys(module))

it("every exported function is called here", () => {
  expect(Object.keys(CALLS).sort()).toEqual(exported.sort())
})

describe.each([0, 1, 2, 3])("with every browser API throwing at depth %i", (depth) => {
  it.each(exported)("%s neither throws nor rejects", async (name) => {
    await expect((async () => CALLS[name]?.(hostile(depth)))()).resolves.not.toThrow()
  })
})

/** Where each browser API hangs that the tracker uses. */
const APIS: Record<string, (page: ReturnType<typeof openPage>) => [object, string]> = {
  "document.cookie": ({ document }) => [document, "cookie"],
  "document.referrer": ({ document }) => [document, "referrer"],
  "document.currentScript": ({ document }) => [document, "currentScript"],
  "document.prerendering": ({ document }) => [document, "prerendering"],
  "location.href": ({ location }) => [location, "href"],
  "location.protocol": ({ location }) => [location, "protocol"],
  "history.pushState": ({ history }) => [history, "pushState"],
  "history.state": ({ history }) => [history, "state"],
  history: ({ win }) => [win, "history"],
  performance: ({ win }) => [win, "performance"],
  sessionStorage: ({ win }) => [win, "sessionStorage"],
  fetch: ({ win }) => [win, "fetch"],
  Image: ({ win }) => [win, "Image"],
  addEventListener: ({ win }) => [win, "addEventListener"],
  affiliate: ({ win }) => [win, "affiliate"],
}

it.each(Object.keys(APIS))("the page goes on where %s alone is denied", async (api) => {
  const page = openPage({ url: "https://shop.example.com/?ref=ab12", data: { clean: "" } })
  const [target, name] = APIS[api]!(page)
  Object.defineProperty(target, name, {
    get() {
      throw new Error(`${api} is denied`)
    },
    set() {
      throw new Error(`${api} is denied`)
    },
  })
  expect(() => tracker.start(page.win, ["ref"])).not.toThrow()
  await settle()
  if (api === "affiliate") return
  expect(() => page.affiliate.token()).not.toThrow()
  for (const given of [true, false, true]) expect(() => page.affiliate.consent(given)).not.toThrow()
  await settle()
})

it("a shop's own history goes on, whatever the tracker meets", async () => {
  const page = openPage({ url: "https://shop.example.com/" })
  tracker.start(page.win, ["ref"])
  Object.defineProperty(page.document, "cookie", {
    get() {
      throw new Error("denied")
    },
  })
  expect(() => page.history.pushState({}, "", "/?ref=ab12")).not.toThrow()
  expect(page.location.pathname + page.location.search).toBe("/?ref=ab12")
  await settle()
})
