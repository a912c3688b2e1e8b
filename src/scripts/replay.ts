import { readFile } from "node:fs/promises"

import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"

import { parsePeriod } from "../domain/periods/period"
import type { ReplayInput } from "../domain/periods/replay"
import type { RuleInput } from "../domain/rules/commission-rule"
import { type PeriodReplay } from "../modules/affiliate"
import { programId } from "./program-id"
import { exitOnError, print, scriptArguments } from "./script-arguments"
import { table, withSign } from "./table"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/** `medusa-affiliate replay --date 2016-04 [--program id] [--percent 12] [--include-tax] [--forbid-group id …] [--rules file.json]` */
export default async function replay({ container, args }: ExecArgs): Promise<void> {
  const given = scriptArguments(args)
  await exitOnError(async () => {
    const period = parsePeriod(given.date ?? "", "--date")
    const request = {
      period,
      program_id: await onlyProgram(container, given.program),
      ...settingsOf(given),
      rules: await rulesOf(given.rules),
    }
    const result = await affiliateModule(container).periods.replay(request)
    if (result) printReplay(result)
  })
}

function settingsOf({ percent, basis, include_tax, include_shipping, forbid_group }: ReturnType<typeof scriptArguments>): ReplayInput {
  const flag = (value: string | undefined): boolean | null => (value === undefined ? null : value === "true")
  return {
    commission_percent: percent,
    commission_basis: basis as ReplayInput["commission_basis"],
    include_tax: flag(include_tax),
    include_shipping: flag(include_shipping),
    forbidden_customer_group_ids: forbid_group?.split(",").filter((id) => id !== "") ?? null,
  }
}

/** A list of rules, as the API takes and answers them. */
async function rulesOf(file: string | undefined): Promise<ReplayInput["rules"]> {
  if (file === undefined) return null
  const read: unknown = JSON.parse(await readFile(file, "utf8"))
  if (!Array.isArray(read)) throw new Error("--rules: the file must hold a list of rules")
  const rules = read as (RuleInput & Record<string, unknown>)[]
  return rules.map(({ name, public_name, rate, conditions, starts_at, ends_at }) => ({
    name,
    public_name,
    rate,
    conditions,
    starts_at,
    ends_at,
  }))
}

async function onlyProgram(container: MedusaContainer, idOrHandle: string | undefined): Promise<string> {
  if (idOrHandle !== undefined) return programId(container, idOrHandle)
  const [only, another] = await affiliateModule(container).listPrograms({}, { select: ["id"], take: 2 })
  if (!only) throw new Error("There is no program")
  if (another) throw new Error("--program: is required, because there are several programs")
  return only.id
}

const HEADER = ["affiliate", "orders", "expenses", "then", "reward", "then", "difference", "", "outcome"]

function printReplay({ program_id, period, status, lines, totals }: PeriodReplay): void {
  print(`${period}  ${program_id}  ${status}, replayed, nothing written`)
  if (lines.length === 0) print("Nothing is recorded in it.")
  const body = lines.map(({ affiliate_code, order_count, currency_code, difference, actual_outcome, outcome, ...line }) => [
    ...[affiliate_code, String(order_count), line.actual_expense_amount, line.replayed_expense_amount],
    ...[line.actual_amount, line.replayed_amount, withSign(difference), currency_code.toUpperCase()],
    outcome === actual_outcome ? outcome : `${actual_outcome}, then ${outcome}`,
  ])
  const sums = totals.map(({ currency_code, difference, ...total }) => [
    ...["credited", "", total.actual_expense_amount, total.replayed_expense_amount],
    ...[total.actual_amount, total.replayed_amount, withSign(difference), currency_code.toUpperCase(), ""],
  ])
  if (lines.length > 0) print(table([HEADER, ...body, ...sums], [1, 2, 3, 4, 5, 6]))
  const inexact = lines.reduce((count, line) => count + line.inexact_order_count, 0)
  if (inexact > 0) print(`The original value of ${inexact} orders can no longer be computed: their difference is an estimate.`)
}
