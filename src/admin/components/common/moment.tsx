import { Tooltip } from "@medusajs/ui"
import { useProgramZone } from "../../hooks/use-program-zone"
import { formatDate, formatMoment } from "../../lib/format"

interface MomentProps {
  at: string | null | undefined
  timeZone?: string
  /** Whose zone the date is in, where `timeZone` is not at hand; without either it is the zone that all programs share. */
  programId?: string
}

/** A date in the program's time zone; on hover its time, and the zone's name. */
export const Moment = ({ at, timeZone, programId }: MomentProps) => {
  const programZone = useProgramZone(programId)
  const zone = timeZone ?? programZone
  if (!at) return <span className="text-ui-fg-subtle">-</span>
  return (
    <Tooltip content={formatMoment(at, zone)}>
      <time dateTime={at} className="whitespace-nowrap">
        {formatDate(at, zone)}
      </time>
    </Tooltip>
  )
}
