import { amount, plain, time, type Dataset } from "../dataset"

const OF_AFFILIATE = `
  JOIN affiliate ON affiliate.id = owned.affiliate_id
  JOIN affiliate_program program ON program.id = owned.program_id`
const NAMES = { program: "program.handle", affiliate_code: "affiliate.code" }

/** What one affiliate has in each currency: three sums, each along an index. */
const BALANCE = `
  SELECT currency_code, sum(amount) AS amount, sum(pending) AS pending, sum(processing) AS processing
  FROM (
    SELECT entry.currency_code, entry.amount, 0 AS pending, 0 AS processing FROM affiliate_ledger_entry entry
    WHERE entry.affiliate_id = affiliate.id AND entry.account = 'affiliate'
    UNION ALL
    SELECT commission.currency_code, 0, commission.amount, 0 FROM affiliate_commission commission
    JOIN affiliate_period period ON period.program_id = commission.program_id AND period.period = commission.period AND period.status = 'open'
    WHERE commission.affiliate_id = affiliate.id
    UNION ALL
    SELECT payout.currency_code, 0, 0, payout.amount FROM affiliate_payout payout
    WHERE payout.affiliate_id = affiliate.id AND payout.status = 'processing'
  ) movement
  GROUP BY currency_code`

export const MONEY: Dataset[] = [
  {
    name: "balances",
    columns: {
      ...NAMES,
      ...{ amount: amount("balance"), currency_code: "balance.currency_code" },
      ...{ pending: amount("balance", "pending"), processing: amount("balance", "processing") },
    },
    from: `affiliate JOIN affiliate_program program ON program.id = affiliate.program_id CROSS JOIN LATERAL (${BALANCE}) balance`,
    program: "affiliate.program_id",
    key: ["affiliate.id", "balance.currency_code"],
  },
  {
    name: "ledger_entries",
    columns: {
      ...{ id: "owned.id", account: "owned.account", ...NAMES, amount: amount("owned") },
      ...plain("owned", "currency_code", "source_type", "source_id", "period"),
      ...{ available_at: time("owned.available_at"), occurred_at: time("owned.occurred_at") },
    },
    from: `affiliate_ledger_entry owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "adjustments",
    columns: {
      ...{ id: "owned.id", ...NAMES, amount: amount("owned") },
      ...plain("owned", "currency_code", "reason", "created_by"),
      occurred_at: time("owned.occurred_at"),
    },
    from: `affiliate_adjustment owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "payouts",
    columns: {
      ...{ id: "owned.id", number: "owned.number", ...NAMES, amount: amount("owned") },
      ...plain("owned", "currency_code", "method", "status", "reference", "reason", "created_by", "ended_by"),
      ...{ created_at: time("owned.created_at"), ended_at: time("owned.ended_at") },
    },
    from: `affiliate_payout owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
  {
    name: "statements",
    columns: {
      ...{ id: "owned.id", number: "owned.number", ...NAMES },
      ...plain("owned", "period", "currency_code"),
      ...{ opening_balance: amount("owned", "opening_balance"), closing_balance: amount("owned", "closing_balance") },
      issued_at: time("owned.issued_at"),
    },
    from: `affiliate_statement owned ${OF_AFFILIATE}`,
    program: "owned.program_id",
    key: ["owned.id"],
  },
]
