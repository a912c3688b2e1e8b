/** What clicks are grouped by. A day is one in the time zone of the click's program. */
export const CLICK_GROUPS = ["page", "referrer", "affiliate", "sub", "day"] as const
export type ClickGroup = (typeof CLICK_GROUPS)[number]

/** What an affiliate may group their own clicks by: nothing that tells of a person. */
export const OWN_CLICK_GROUPS = ["day", "page", "sub"] as const
export type OwnClickGroup = (typeof OWN_CLICK_GROUPS)[number]
