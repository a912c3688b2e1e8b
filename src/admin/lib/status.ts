export type StatusColor = "green" | "red" | "blue" | "orange" | "grey" | "purple"

/**
 * The color of every status: grey is waiting, blue on its way, green good or done, orange held back, red refused. The texts are in
 * `en.json` under `status.<kind>.<status>`.
 */
export const STATUS_COLORS = {
  program: { active: "green", paused: "orange", archived: "grey" },
  affiliate: { pending: "grey", active: "green", suspended: "orange", rejected: "red" },
  commission: { pending: "grey", credited: "blue", withheld: "orange" },
  line: { credited: "blue", withheld: "orange" },
  period: { open: "blue", closed: "green" },
  payout: { processing: "orange", paid: "green", failed: "red", canceled: "grey" },
  /** A payout that a provider was asked to pay. */
  sentPayout: { processing: "blue" },
  outcome: { attributed: "green", none: "grey" },
  verdict: { chosen: "green", not_chosen: "grey", refused: "red", overruled: "orange" },
  acceptance: { accepted: "green", withdrawn: "grey" },
  agreement: { accepted: "green", outdated: "orange", missing: "grey" },
  referral: { active: "green", ended: "grey" },
  invitation: { open: "blue", expired: "orange", accepted: "green", withdrawn: "grey" },
} as const satisfies Record<string, Record<string, StatusColor>>

export type StatusKind = keyof typeof STATUS_COLORS
export type StatusOf<Kind extends StatusKind> = keyof (typeof STATUS_COLORS)[Kind] & string
