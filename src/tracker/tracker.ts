import { cleanAddress, codeIn, isNewVisit, onAddressChange } from "./address"
import { safely } from "./safely"
import { readUnsent, removeUnsent, send, type Landing } from "./send"
import { readSettings } from "./settings"
import { readToken, removeToken, writeToken } from "./token"

/** `window.affiliate` */
export interface Tracker {
  /** The click's token, for the header `x-affiliate-token`; null without a click. */
  token: () => string | null
  /** What the visitor answered to the shop's question. A no also forgets what was kept. */
  consent: (given: boolean) => void
}

type Page = Window & { affiliate?: Partial<Tracker> | { consent?: boolean } }

/** Records the landings of this page and offers `window.affiliate`. Never throws, and keeps nobody waiting. */
export function start(win: Page, parameters: string[]): void {
  safely(() => {
    if (win.affiliate && "token" in win.affiliate) return
    const settings = readSettings(win)
    // The shop's question may be answered before this script is there.
    let consent: unknown = settings?.waits ? win.affiliate?.consent : true
    /** For a page that may keep no cookie. */
    let token: string | undefined
    let waiting: string | undefined
    let lastCode: string | undefined
    let isFirstPage = true

    const currentToken = () => readToken(win) ?? token

    function report(): void {
      const body = waiting ?? (isFirstPage && !lastCode ? readUnsent(win) : undefined)
      if (consent !== true || !settings || !body) return
      isFirstPage = false
      waiting = undefined
      void send(win, settings, body).then((click) => {
        if (!click || consent !== true) return
        token = click.token
        writeToken(win, click.token, click.seconds)
      })
    }

    function look(): void {
      const code = codeIn(win, parameters)
      if (code && code !== lastCode) {
        lastCode = code
        waiting = landing(win, settings?.program, currentToken())
        if (settings?.cleans) cleanAddress(win, parameters)
      }
      report()
    }

    function begin(): void {
      if (currentToken() && !isNewVisit(win)) lastCode = codeIn(win, parameters)
      look()
      onAddressChange(win, look)
    }

    win.affiliate = {
      token: () => currentToken() ?? null,
      consent(given) {
        consent = given
        if (given) report()
        else {
          token = undefined
          removeToken(win)
          removeUnsent(win)
        }
      },
    }
    // A page that the browser draws in advance is no visit before it is shown.
    if ("prerendering" in win.document && win.document.prerendering)
      win.document.addEventListener("prerenderingchange", begin, { once: true })
    else begin()
  })
}

const landing = (win: Window, program: string | undefined, token: string | undefined): string | undefined =>
  safely(() => {
    const found: Landing = { url: win.location.href, referrer: win.document.referrer.split(/[?#]/)[0] ?? "", program, token }
    return JSON.stringify(found)
  })
