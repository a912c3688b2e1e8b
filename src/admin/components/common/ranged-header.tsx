import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { formatDate } from "../../lib/format"
import type { Range } from "../../lib/range-params"
import { useText } from "../../lib/use-text"
import { LoadError } from "./load-error"
import { RangePicker } from "./range/range-picker"
import { SectionHeader } from "./section-header"

interface RangedHeaderProps {
  title: string
  subtitle: string
  range: Range | undefined
  error: Error | null
  currencies?: string[]
  children?: ReactNode
}

/** The title of a list, and the range, program and currency that all of it is about. */
export function RangedHeader({ title, subtitle, range, error, currencies = [], children }: RangedHeaderProps) {
  const t = useText()
  return (
    <>
      <SectionHeader title={title} subtitle={subtitle} level="h1" />
      {range && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3">
          <RangePicker range={range} currencies={currencies} />
          <Text size="small" className="text-ui-fg-subtle">
            {t("common.daysIn", { from: formatDate(range.from, "UTC"), to: formatDate(range.to, "UTC"), zone: range.timeZone })}
          </Text>
        </div>
      )}
      {error && <LoadError error={error} />}
      {children}
    </>
  )
}
