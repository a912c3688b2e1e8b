import { Container, Text } from "@medusajs/ui"
import type { AdminAffiliateTasks } from "../../../../types"
import { useTasks } from "../../../hooks/api/statistics"
import { useAllPrograms } from "../../../hooks/use-all-programs"
import { useRange } from "../../../hooks/use-range"
import { formatCount, formatDate, formatDateTime, formatPeriod } from "../../../lib/format"
import { type Translate, useText } from "../../../lib/use-text"
import { LoadError } from "../../common/load-error"
import { LoadingRows } from "../../common/loading-rows"
import { PageLink } from "../../common/page-link"
import { SectionHeader } from "../../common/section-header"
import { TaskRow } from "./task-row"

/** What waits for the merchant. */
export function TasksSection() {
  const t = useText()
  const { range } = useRange()
  const { programs = [] } = useAllPrograms()
  const { data, error } = useTasks(range?.program_id)
  const zoneOf = (programId: string) => programs.find(({ id }) => id === programId)?.timezone
  const rows = data ? rowsOf(data.affiliate_tasks, range?.program_id, zoneOf, t) : []
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("overview.tasks.title")}>
        <PageLink to="/affiliates/health">
          <span className="txt-small">{t("overview.tasks.health")}</span>
        </PageLink>
      </SectionHeader>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows />}
      {data && rows.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("overview.tasks.none")}
        </Text>
      )}
      {rows.length > 0 && (
        <ul className="divide-y">
          {rows.map((row) => (
            <TaskRow key={row.text} {...row} />
          ))}
        </ul>
      )}
    </Container>
  )
}

function rowsOf(
  tasks: AdminAffiliateTasks,
  programId: string | undefined,
  zoneOf: (programId: string) => string | undefined,
  t: Translate
) {
  const link = (path: string, filters: Record<string, string> = {}) => {
    const params = new URLSearchParams({ ...filters, ...(programId && { program_id: programId }) }).toString()
    return params ? `${path}?${params}` : path
  }
  const counted = (key: "applications" | "payable" | "toPay" | "failed" | "missingDetails" | "quarantined", count: number) =>
    t(`overview.tasks.${key}`, { count, amount: formatCount(count) })
  const { next_period, payable, payouts_to_pay, failed_payouts, missing_details } = tasks
  const payouts = "/affiliates/payouts"
  const rows = [
    { count: tasks.applications, text: counted("applications", tasks.applications), to: link("/affiliates/list", { status: "pending" }) },
    { ...payable, text: counted("payable", payable.count), to: link(`${payouts}/create`) },
    { ...payouts_to_pay, text: counted("toPay", payouts_to_pay.count), to: link(payouts, { status: "processing" }) },
    { ...failed_payouts, text: counted("failed", failed_payouts.count), to: link(payouts, { status: "failed", is_last: "true" }) },
    { ...missing_details, text: counted("missingDetails", missing_details.count), to: link(`${payouts}/create`) },
    { count: Number(tasks.is_run_late), text: lateRun(tasks.last_run_at, t), to: "/affiliates/health" },
    { count: tasks.quarantined_orders, text: counted("quarantined", tasks.quarantined_orders), to: "/affiliates/health" },
  ].filter(({ count }) => count > 0)
  if (!next_period || next_period.totals.length === 0) return rows

  const { period, program_id, program_name, ends_at, totals } = next_period
  const text = t("overview.tasks.nextPeriod", {
    month: formatPeriod(period),
    program: program_name,
    date: formatDate(ends_at, zoneOf(program_id)),
  })
  return [...rows, { count: 1, totals, text, to: `/affiliates/periods/${period}?program_id=${program_id}` }]
}

const lateRun = (lastRunAt: string | null, t: Translate): string =>
  lastRunAt === null ? t("overview.tasks.neverRan") : t("overview.tasks.lateRun", { date: formatDateTime(lastRunAt) })
