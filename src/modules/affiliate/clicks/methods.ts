import type { ClickGroup } from "../../../domain/clicks/click-group"
import type { ListedClick } from "../../../domain/clicks/click-list"
import { verifyClickToken } from "../../../domain/clicks/click-token"
import type { LandingPage } from "../../../domain/clicks/landing"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { ClickCapture, type CapturedClick, type ClickToken, type RecordedClick } from "./capture"
import { groupClicks, type ClickGroupRow } from "./group-clicks"
import { exportClicks, listClicks, type ClickFilters, type ClickRow } from "./list-clicks"
import { listIgnoredClicks, type IgnoredClickFilters, type IgnoredClickRow } from "./list-ignored-clicks"
import { dropOldClicks, openClickMonths } from "./months"
import type { TokenKeys } from "./token-keys"

/** Recorded visits that carried an affiliate's code. One instance per process: it holds the queue of clicks. */
export const clicks = (db: Database, keys: () => TokenKeys, retentionMonths: () => number, onError: (error: unknown) => void) => {
  const capture = new ClickCapture(() => db.sql, keys, onError)
  return {
    /** Records a visit that carried an affiliate's code and answers, after the commit, with the click's signed token. Never throws. */
    capture(page: LandingPage, now: Date): Promise<CapturedClick> {
      return capture.capture(page, now)
    },

    /** Clicks, each with what became of it. */
    list(filters: ClickFilters, page: PageRequest): Promise<PageOf<ClickRow>> {
      return listClicks(db.sql, filters, page)
    },

    /** All pages of the list, for a file. */
    export(filters: ClickFilters): AsyncGenerator<ListedClick[]> {
      return exportClicks(db.sql, filters)
    },

    /** How many clicks share a page, a referrer, an affiliate, a `sub` or a day, and what became of them. */
    group(by: ClickGroup, filters: ClickFilters, page: Pick<PageRequest, "limit" | "offset">): Promise<PageOf<ClickGroupRow>> {
      return groupClicks(db.sql, by, filters, page)
    },

    /** How many page views carried nothing to record, by UTC day and reason. */
    listIgnored(filters: IgnoredClickFilters, page: PageRequest): Promise<PageOf<IgnoredClickRow>> {
      return listIgnoredClicks(db.sql, filters, page)
    },

    /** Opens the partitions of the coming months, and moves clicks that had none. @returns their names. */
    openMonths(now?: Date): Promise<string[]> {
      return openClickMonths(db.sql, now)
    },

    /** Drops the months that the store no longer keeps. No total and no figure changes. @returns the names of their partitions. */
    dropOld(now?: Date): Promise<string[]> {
      return dropOldClicks(db.sql, retentionMonths(), now)
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
