import { MOVING_RANGES, type DayRange, type RangeName } from "../../../domain/statistics/range"
import { Field } from "../../components/field"
import { useTexts } from "../../i18n/use-texts"

interface RangeChoiceProps {
  name: RangeName
  days: DayRange
  today: string
  onName: (name: RangeName) => void
  onDays: (days: DayRange) => void
}

/** Which days are shown: a range that moves with today, or days of one's own. */
export function RangeChoice({ name, days, today, onName, onDays }: RangeChoiceProps) {
  const { t } = useTexts()
  const { clicks } = t
  const { from, to } = days
  // A day that is being typed is empty for a moment, and a range that ends before it begins holds nothing.
  const change = (changed: Partial<DayRange>) => {
    const next = { ...days, ...changed }
    if (next.from && next.to && next.from <= next.to) onDays(next)
  }
  return (
    <div className="halves">
      <Field
        label={clicks.range}
        name="range"
        value={name}
        onChange={(chosen) => onName(chosen as RangeName)}
        control={(props) => (
          <select {...props}>
            {[...MOVING_RANGES, "own" as const].map((one) => (
              <option key={one} value={one}>
                {clicks.ranges[one]}
              </option>
            ))}
          </select>
        )}
      />
      {name === "own" && (
        <>
          <Field label={clicks.from} name="from" value={from} onChange={(day) => change({ from: day })} input={{ type: "date", max: to }} />
          <Field
            label={clicks.to}
            name="to"
            value={to}
            onChange={(day) => change({ to: day })}
            input={{ type: "date", min: from, max: today }}
          />
        </>
      )}
    </div>
  )
}
