/** Whether a decision, by its alias, is the one that counts for its order. The same words are the predicate of the partial unique index. */
export const isCurrentDecision = (decision: string): string => `(${decision}.superseded_at IS NULL AND ${decision}.deleted_at IS NULL)`

/** Whether a referral, by its alias, has not ended. The same words are the predicate of the partial unique indexes. */
export const isCurrentReferral = (referral: string): string => `(${referral}.ended_at IS NULL AND ${referral}.deleted_at IS NULL)`
