/** Whether a month is over. Its end no longer belongs to it. */
export const hasEnded = (period: { ends_at: string }, now = new Date()): boolean => new Date(period.ends_at) <= now
