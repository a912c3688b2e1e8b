import { verifyClickToken } from "../../../domain/clicks/click-token"
import type { LandingPage } from "../../../domain/clicks/landing"
import type { Database } from "../database/database"
import { ClickCapture, type CapturedClick } from "./capture"
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

    /** Whether a text is one of this store's click tokens, unaltered and not expired. */
    isToken(token: unknown, now: Date): boolean {
      return verifyClickToken(token, keys(), now) !== null
    },
  }
}
