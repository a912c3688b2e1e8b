const MINUTES = 60_000

/** A request to a provider is over by then, one way or the other. */
const RESEND_AFTER_MINUTES = 15

/**
 * Whether a payout of which its provider has never heard may be sent once more, under the same idempotency key. Not while the request of
 * somebody else may still be under way.
 */
export const mayBeSentAgain = (sentAt: Date, now: Date): boolean => now.getTime() - sentAt.getTime() >= RESEND_AFTER_MINUTES * MINUTES

/** From when no request to a provider can be under way any more. */
export const isOverAt = (sentAt: Date): Date => new Date(sentAt.getTime() + RESEND_AFTER_MINUTES * MINUTES)

/** What a provider says, for people and the log: payout details in it are blacked out, however they are grouped and in whichever case. */
export const withoutDetails = (message: string, details: Record<string, string>): string =>
  Object.values(details)
    .map((value) => Array.from(value.replace(/[\s\p{Pd}]/gu, "")))
    .filter((letters) => letters.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((text, letters) => text.replace(grouped(letters), "***"), message)
    .slice(0, 300)

/** Banks print an account in groups, with blanks or dashes between them. */
const grouped = (letters: string[]): RegExp => new RegExp(letters.map((letter) => escaped(letter)).join("[\\s\\p{Pd}]*"), "giu")

const escaped = (letter: string): string => letter.replace(/[$()*+./?[\\\]^{|}]/, "\\$&")
