import { amount, plain, time, type Dataset } from "../dataset"

const OF_AFFILIATE = `
  JOIN affiliate ON affiliate.id = owned.affiliate_id
  JOIN affiliate_program program ON program.id = owned.program_id`
const NAMES = { program: "program.handle", affiliate_code: "affiliate.code" }

export const MONTHS: Dataset[] = [
  {
    name: "attributions",
    columns: {
      ...plain("owned", "id", "order_id", "email", "outcome", "reason", "source"),
      ...NAMES,
      ...plain("owned", "rate_percent", "rate_source", "is_first_order", "evidence", "created_by", "note"),
      ...{ placed_at: time("owned.placed_at"), superseded_at: time("owned.superseded_at") },
    },
    json: ["evidence"],
    from: `affiliate_attribution owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "commissions",
    columns: {
      ...plain("owned", "id", "order_id", "sequence", "kind"),
      ...{ ...NAMES, expense_amount: amount("owned", "expense_amount"), rate_percent: "owned.rate_percent", amount: amount("owned") },
      ...plain("owned", "currency_code", "period", "corrects_period"),
      occurred_at: time("owned.occurred_at"),
    },
    from: `affiliate_commission owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "periods",
    columns: {
      ...{ program: "program.handle", ...plain("owned", "period", "status") },
      ...{ starts_at: time("owned.starts_at"), ends_at: time("owned.ends_at"), closed_at: time("owned.closed_at") },
      closed_by: "owned.closed_by",
    },
    from: `affiliate_period owned JOIN affiliate_program program ON program.id = owned.program_id`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "period_lines",
    columns: {
      ...{ ...NAMES, period: "period.period", currency_code: "owned.currency_code" },
      ...{ expense_amount: amount("owned", "expense_amount"), amount: amount("owned") },
      ...plain("owned", "commission_count", "order_count", "outcome", "reason"),
      available_at: time("owned.available_at"),
    },
    from: `affiliate_period_line owned ${OF_AFFILIATE} JOIN affiliate_period period ON period.id = owned.period_id`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "period_commissions",
    columns: {
      ...{ ...NAMES, ...plain("owned", "period", "corrects_period", "kind"), amount: amount("owned") },
      ...{ currency_code: "owned.currency_code", base_amount: amount("owned", "base_amount") },
      ...plain("owned", "measure", "measured", "threshold", "raise_percent"),
    },
    from: `affiliate_period_commission owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "clicks",
    columns: {
      ...{ ...NAMES, occurred_at: time("owned.occurred_at") },
      ...plain("owned", "landing_url", "referrer", "utm_source", "utm_medium", "utm_campaign", "sub"),
    },
    from: `affiliate_click owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
]
