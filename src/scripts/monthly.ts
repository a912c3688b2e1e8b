import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"

import { parsePeriod } from "../domain/period"
import { AFFILIATE_MODULE, type DuePeriod } from "../modules/affiliate"
import type AffiliateModuleService from "../modules/affiliate/service"
import { closePeriodsWorkflow } from "../workflows/period"
import { orSayWhy, print, scriptArguments } from "./script-arguments"
import { table } from "./table"

/** `medusa-affiliate monthly [--date 2016-04-01] [--program id] [--dry-run]`: the seed's `affiliatemonthly`. */
export default async function monthly({ container, args }: ExecArgs): Promise<void> {
  const { date, program, dry_run } = scriptArguments(args)
  await orSayWhy(async () => {
    const asked = {
      now: new Date(),
      period: date === undefined ? undefined : parsePeriod(date, "--date"),
      program_id: program === undefined ? undefined : await programId(container, program),
    }
    await (dry_run === "true" ? preview(container, asked) : close(container, asked))
  })
}

type Asked = { now: Date; period?: string; program_id?: string }

async function close(container: MedusaContainer, asked: Asked): Promise<void> {
  const { result } = await closePeriodsWorkflow(container).run({ input: { ...asked, closed_by: "command line" } })
  if (result.length === 0) print("Nothing is due.")
  for (const { program_id, period, closed } of result) {
    print(`${period}  ${program_id}  ${closed ? "closed" : "was closed before, nothing written"}`)
    await printLines(container, { program_id, period }, "written")
  }
}

/** Reads what is recorded; what events lost is recorded by the close itself, or by `medusa-affiliate reconcile`. */
async function preview(container: MedusaContainer, asked: Asked): Promise<void> {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const due = await affiliate.listPeriodsToClose(asked)
  if (due.length === 0) print("Nothing is due.")
  for (const item of due) {
    print(`${item.period}  ${item.program_id}  dry run, nothing written`)
    await printLines(container, item, "preview")
  }
}

async function printLines(container: MedusaContainer, { program_id, period }: DuePeriod, which: "preview" | "written"): Promise<void> {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const [closed] = await affiliate.listPeriods({ program_id, period, status: "closed" })
  const lines =
    which === "written" || closed ? await affiliate.readPeriodLines(program_id, period) : await affiliate.previewPeriod(program_id, period)
  const ids = [...new Set(lines.map(({ affiliate_id }) => affiliate_id))]
  const codes = new Map(
    (await affiliate.listAffiliates({ id: ids }, { select: ["id", "code"], take: ids.length })).map(({ id, code }) => [id, code])
  )

  const rows = lines.map(({ affiliate_id, order_count, expense_amount, amount, currency_code, outcome, reason }) => {
    const figures = [String(order_count), expense_amount, amount, currency_code.toUpperCase()]
    return [codes.get(affiliate_id) ?? affiliate_id, ...figures, reason ? `${outcome}: ${reason}` : outcome]
  })
  if (rows.length > 0) print(table([["affiliate", "orders", "expenses", "reward", "", "outcome"], ...rows], [1, 2, 3]))
}

async function programId(container: MedusaContainer, idOrHandle: string): Promise<string> {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const [program] = await affiliate.listPrograms({ $or: [{ id: idOrHandle }, { handle: idOrHandle }] }, { select: ["id"] })
  if (!program) throw new Error(`--program: there is no program ${idOrHandle.slice(0, 64)}`)
  return program.id
}
