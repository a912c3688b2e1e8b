import { verifyClickToken } from "../../../domain/clicks/click-token"
import type { LandingPage } from "../../../domain/clicks/landing"
import type { Database } from "../database/database"
import { ClickCapture, type CapturedClick, type ClickToken, type RecordedClick } from "./capture"
import type { TokenKeys } from "./token-keys"

/** Recorded visits that carried an affiliate's code. One instance per process: it holds the queue of clicks. */
export const clicks = (db: Database, keys: () => TokenKeys, onError: (error: unknown) => void) => {
  const capture = new ClickCapture(() => db.sql, keys, onError)
  return {
    /** Records a visit that carried an affiliate's code and answers, after the commit, with the click's signed token. Never throws. */
    capture(page: LandingPage, now: Date): Promise<CapturedClick> {
      return capture.capture(page, now)
    },

    /** Call it when a program changed: clicks of this process see the change at once, other processes within a second. */
    forgetPrograms(): void {
      capture.forgetPrograms()
    },

    /** The token a visitor keeps after a click: where the first click counts, the one they hold, as long as it is valid. */
    tokenToKeep(click: RecordedClick, held: string | null, now: Date): ClickToken {
      const claim = click.program.attribution_model === "first_click" && held !== null ? verifyClickToken(held, keys(), now) : null
      return claim && held !== null ? { token: held, expires_at: claim.expires_at } : click
    },

    /** The names under which the running programs' links carry a code. */
    linkParameters(now: Date): Promise<string[]> {
      return capture.linkParameters(now)
    },
  }
}
