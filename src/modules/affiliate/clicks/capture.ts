import { randomUUID } from "node:crypto"

import { signClickToken, type TokenKey } from "../../../domain/clicks/click-token"
import { linkNames, readLanding, type IgnoredReason, type LandingPage, type LandingProgram } from "../../../domain/clicks/landing"
import { GroupCommit, Overloaded } from "./group-commit"
import { loadLandingPrograms, recordClicks, type ClickOutcome, type PendingClick } from "./record-clicks"
import type { Sql } from "../database/connection"

export interface ClickToken {
  token: string
  expires_at: Date
}
export interface RecordedClick extends ClickToken {
  program: LandingProgram
}
export type CapturedClick = RecordedClick | { ignored: IgnoredReason }

const DAY = 24 * 60 * 60 * 1000
/** How old the list of programs may be, in milliseconds: under load it is read once a second, not once per click. */
const PROGRAMS_MAX_AGE = 1000
/** Milliseconds until the pixel is answered, also while our tables are locked; the click itself is stored once the database is free. */
const TIMEOUT = 2000

/** From a page view to a stored click and its signed token. One instance per process: it holds the queue of clicks. */
export class ClickCapture {
  private readonly group: GroupCommit<PendingClick, ClickOutcome>
  private programs: { list: Promise<LandingProgram[]>; loaded?: LandingProgram[]; read_at: number } | null = null

  constructor(
    private readonly sql: () => Sql,
    private readonly keys: () => [TokenKey, ...TokenKey[]],
    private readonly onError: (error: unknown) => void
  ) {
    this.group = new GroupCommit((batch) => recordClicks(this.sql(), batch))
  }

  /** Answers after the click is committed. Never throws: an invalid page has its reason, an unreachable database is `unavailable`. */
  async capture(page: LandingPage, now: Date): Promise<CapturedClick> {
    try {
      const landing = readLanding(page, this.loadedPrograms(now) ?? (await withTimeout(this.runningPrograms(now))))
      const outcome = await withTimeout(this.group.add({ id: newClickId(), landing, occurred_at: now }))
      if ("ignored" in outcome) return outcome
      const expires_at = new Date(now.getTime() + outcome.program.attribution_window_days * DAY)
      return { token: signClickToken({ click_id: outcome.click_id, expires_at }, this.keys()), expires_at, program: outcome.program }
    } catch (error) {
      if (error instanceof Overloaded) return { ignored: "overloaded" }
      this.forgetPrograms()
      this.onError(error)
      return { ignored: "unavailable" }
    }
  }

  async linkParameters(now: Date): Promise<string[]> {
    const programs = await withTimeout(this.runningPrograms(now)).catch((error: unknown) => {
      this.forgetPrograms()
      throw error
    })
    return [...new Set(programs.flatMap(linkNames))]
  }

  /** Call it when this process changed a program: its next click sees the change. */
  forgetPrograms(): void {
    this.programs = null
  }

  private runningPrograms(now: Date): Promise<LandingProgram[]> {
    if (!this.programs || !isFresh(this.programs, now)) {
      const programs = { list: loadLandingPrograms(this.sql(), now), read_at: now.getTime() }
      this.programs = programs
      return programs.list.then((loaded) => Object.assign(programs, { loaded }).loaded)
    }
    return this.programs.list
  }

  /** Nearly every click finds them here, without a promise and a timer of its own. */
  private loadedPrograms(now: Date): LandingProgram[] | undefined {
    return this.programs && isFresh(this.programs, now) ? this.programs.loaded : undefined
  }
}

const isFresh = ({ read_at }: { read_at: number }, now: Date): boolean => now.getTime() - read_at <= PROGRAMS_MAX_AGE

/** Sorted by time, with 48 random bits. Node keeps those in store, and Medusa's own ids ask the system for them sixteen times each. */
const newClickId = (): string => `affclk_${Date.now().toString(36)}${randomUUID().slice(-12)}`

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The database did not answer in time")), TIMEOUT)
    work.then(
      (result) => {
        clearTimeout(timer)
        resolve(result)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error as Error)
      }
    )
  })
}
