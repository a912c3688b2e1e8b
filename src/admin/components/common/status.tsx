import { StatusBadge, Tooltip } from "@medusajs/ui"
import { STATUS_COLORS, type StatusColor, type StatusKind, type StatusOf } from "../../lib/status"
import { type TextKey, useText } from "../../lib/use-text"

interface StatusProps<Kind extends StatusKind> {
  kind: Kind
  status: StatusOf<Kind>
  /** Replaces the general explanation of the status. */
  tooltip?: string | null
}

/** A status as a badge with an explanation on hover. */
export function Status<Kind extends StatusKind>({ kind, status, tooltip }: StatusProps<Kind>) {
  const t = useText()
  const colors: Record<string, StatusColor> = STATUS_COLORS[kind]
  const path = `status.${kind}.${status}`

  return (
    <Tooltip content={tooltip || t(`${path}.tip` as TextKey)}>
      <StatusBadge color={colors[status] ?? "grey"}>{t(`${path}.label` as TextKey)}</StatusBadge>
    </Tooltip>
  )
}
