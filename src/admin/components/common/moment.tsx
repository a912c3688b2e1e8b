import { Tooltip } from "@medusajs/ui"
import { formatDate, formatDateTime } from "../../lib/format"

interface MomentProps {
  at: string | null | undefined
  timeZone?: string
}

/** A date that shows its exact time on hover. */
export const Moment = ({ at, timeZone }: MomentProps) => {
  if (!at) return <span className="text-ui-fg-muted">-</span>
  return (
    <Tooltip content={timeZone ? `${formatDateTime(at, timeZone)} (${timeZone})` : formatDateTime(at)}>
      <time dateTime={at} className="whitespace-nowrap">
        {formatDate(at, timeZone)}
      </time>
    </Tooltip>
  )
}
