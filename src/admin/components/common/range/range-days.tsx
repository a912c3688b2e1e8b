import { DatePicker } from "@medusajs/ui"
import type { Day } from "../../../../domain/periods/day"
import type { DayRange } from "../../../../domain/statistics/range"
import { useSetRange } from "../../../hooks/use-range"
import { fromPickedDay, toPickedDay } from "../../../lib/picked-day"
import { useText } from "../../../lib/use-text"

/** The two days of an own range, both included. A first day after the last one moves the last one along, and the other way round. */
export function RangeDays({ from, to }: DayRange) {
  const t = useText()
  const set = useSetRange()
  const picker = (label: string, day: Day, choose: (day: Day) => DayRange) => (
    <DatePicker
      aria-label={label}
      size="small"
      granularity="day"
      value={toPickedDay(day)}
      onChange={(picked) => picked && set({ range: "own", ...choose(fromPickedDay(picked)) })}
    />
  )
  return (
    <div className="flex w-full items-center gap-2 sm:w-auto">
      {picker(t("range.from"), from, (day) => ({ from: day, to: day > to ? day : to }))}
      {picker(t("range.to"), to, (day) => ({ from: day < from ? day : from, to: day }))}
    </div>
  )
}
