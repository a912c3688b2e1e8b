import { safely } from "./safely"
import type { Settings } from "./settings"

export interface Landing {
  url: string
  /** Without its query, which is nobody's business. */
  referrer: string
  program?: string
  /** The token kept so far: a first-click program answers it again. */
  token?: string
}

export interface KeptClick {
  token: string
  /** How long the token holds. */
  seconds: number
}

const UNSENT = "affiliate_unsent"
type Send = typeof globalThis & Window

/** A landing whose answer never came, because the visitor went on or the backend was away: the next page sends it. */
export const readUnsent = (win: Window): string | undefined => safely(() => win.sessionStorage.getItem(UNSENT)) ?? undefined

export const removeUnsent = (win: Window): void => safely(() => win.sessionStorage.removeItem(UNSENT))

export const writeUnsent = (win: Window, body: string): void => safely(() => win.sessionStorage.setItem(UNSENT, body))

/** Reports a landing. Undefined where nothing was recorded, or where only the counter's image came through. */
export async function send(win: Window, { base }: Settings, body: string): Promise<KeptClick | undefined> {
  writeUnsent(win, body)
  let answer: Response
  try {
    // A text needs no preflight, and keepalive lets it arrive when the visitor goes on at once.
    answer = await (win as Send).fetch(`${base}clicks`, { method: "POST", body, keepalive: true })
  } catch {
    sendByImage(win, base, body)
    return undefined
  }
  removeUnsent(win)
  try {
    const { click } = (await answer.json()) as { click: { token: string; expires_at: string } | null }
    // The visitor's clock may be wrong: how long the token holds is the difference of two times of the server.
    const now = Date.parse(answer.headers.get("date") ?? "") || Date.now()
    return click ? { token: click.token, seconds: (Date.parse(click.expires_at) - now) / 1000 } : undefined
  } catch {
    return undefined
  }
}

/** What a blocker does to the call it may not do to an image. Its token is a cookie of the backend, which a shop on the same site sends along. */
export function sendByImage(win: Window, base: string, body: string): void {
  safely(() => {
    const { url, referrer, program = "" } = JSON.parse(body) as Landing
    const image = new (win as Send).Image()
    image.onload = () => removeUnsent(win)
    image.src = `${base}counter?rnd=${Math.random()}&project=${encodeURIComponent(program)}&r=${encodeURIComponent(referrer)}&p=${encodeURIComponent(url)}`
  })
}
