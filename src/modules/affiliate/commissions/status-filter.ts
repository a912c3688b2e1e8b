import { COMMISSION_STATUS, commissionLine } from "./commission-line"

type Status = "pending" | "credited" | "withheld"

const inPeriods = (status: "open" | "closed"): string => `(commission.program_id, commission.period) IN
  (SELECT period.program_id, period.period FROM affiliate_period period WHERE period.status = '${status}')`

/** The few accounts from which something was withheld. Only their commissions have to be looked up one by one. */
const MAY_BE_WITHHELD = `(commission.program_id, commission.period, commission.affiliate_id, commission.currency_code) IN
  (SELECT line.program_id, period.period, line.affiliate_id, line.currency_code
   FROM affiliate_period_line line JOIN affiliate_period period ON period.id = line.period_id WHERE line.outcome = 'withheld')`

const OWN_STATUS = `(SELECT ${COMMISSION_STATUS} FROM (SELECT 1) once ${commissionLine("commission")})`

const CONDITIONS: Record<Status, string> = {
  pending: inPeriods("open"),
  credited: `${inPeriods("closed")} AND (NOT ${MAY_BE_WITHHELD} OR ${OWN_STATUS} = 'credited')`,
  withheld: `${MAY_BE_WITHHELD} AND ${OWN_STATUS} = 'withheld'`,
}

/** The condition of a filter by status, over the alias `commission`. A status follows from the month, so that no commission is looked up. */
export const statusFilter = (values: string[]): string =>
  (Object.keys(CONDITIONS) as Status[])
    .filter((status) => values.includes(status))
    .map((status) => `(${CONDITIONS[status]})`)
    .join(" OR ") || "false"
