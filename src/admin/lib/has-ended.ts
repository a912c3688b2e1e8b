/** Whether a month is over. `ends_at` is the first instant after it. */
export const hasEnded = (period: { ends_at: string }, now = new Date()): boolean => new Date(period.ends_at) <= now
