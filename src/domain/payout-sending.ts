const MINUTES = 60_000

/** A request to a provider is over by then, one way or the other. */
const RESEND_AFTER_MINUTES = 15

/**
 * Whether a payout of which its provider has never heard may be sent once more, under the same idempotency key. Not while the request of
 * somebody else may still be under way.
 */
export const mayBeSentAgain = (sentAt: Date, now: Date): boolean => now.getTime() - sentAt.getTime() >= RESEND_AFTER_MINUTES * MINUTES

/** A provider's error message for the log: payout details in it are blacked out. */
export const withoutDetails = (message: string, details: Record<string, string>): string =>
  Object.values(details)
    .filter((value) => value.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replaceAll(value, "***"), message)
    .slice(0, 300)
