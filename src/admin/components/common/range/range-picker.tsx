import { MOVING_RANGES } from "../../../../domain/statistics/range"
import { useProgramOptions } from "../../../hooks/use-program-options"
import { useSetRange } from "../../../hooks/use-range"
import type { Range } from "../../../lib/range-params"
import { useText } from "../../../lib/use-text"
import { RangeDays } from "./range-days"
import { RangeSelect } from "./range-select"

const ALL = "all"

interface RangePickerProps {
  range: Range
  /** The currencies there are, in lower case. A choice of one is none. */
  currencies: string[]
  /** The currency that is shown, where the page shows one at a time. Otherwise all of them can be chosen. */
  currency?: string
}

/** Range, program and currency of a page, kept in its address. */
export function RangePicker({ range, currencies, currency }: RangePickerProps) {
  const t = useText()
  const set = useSetRange()
  const programs = useProgramOptions()
  const names = [...MOVING_RANGES, "own"] as const
  const all = { value: ALL, label: t("range.allCurrencies") }
  const codes = [...new Set([...currencies, ...(range.currency_code ? [range.currency_code] : [])])].sort()
  const currencyOptions = codes.map((code) => ({ value: code, label: code.toUpperCase() }))

  return (
    <div className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
      <RangeSelect
        label={t("range.label")}
        value={range.name}
        options={names.map((name) => ({ value: name, label: t(`range.${name}`) }))}
        onChange={(name) =>
          set(name === "own" ? { range: name, from: range.from, to: range.to } : { range: name, from: undefined, to: undefined })
        }
      />
      {range.name === "own" && <RangeDays from={range.from} to={range.to} />}
      {programs.length > 1 && !range.affiliate_id && (
        <RangeSelect
          label={t("program.one")}
          value={range.program_id ?? ALL}
          options={[{ value: ALL, label: t("range.allPrograms") }, ...programs]}
          onChange={(id) => set({ program_id: id === ALL ? undefined : id })}
        />
      )}
      {codes.length > 1 && (
        <RangeSelect
          label={t("common.currency")}
          value={currency ?? range.currency_code ?? ALL}
          options={currency ? currencyOptions : [all, ...currencyOptions]}
          onChange={(code) => set({ currency_code: code === ALL ? undefined : code })}
        />
      )}
    </div>
  )
}
