/** Whether payout details, by their alias, are those an affiliate wants to be paid by now. */
export const areCurrentDetails = (details: string): string => `(${details}.superseded_at IS NULL AND ${details}.deleted_at IS NULL)`
