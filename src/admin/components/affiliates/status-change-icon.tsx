import { ArrowPath, CheckCircle, PauseSolid, XCircle } from "@medusajs/icons"
import type { StatusChange } from "../../lib/status-changes"

const ICONS = { approve: CheckCircle, reject: XCircle, suspend: PauseSolid, reactivate: ArrowPath }

export const StatusChangeIcon = ({ change }: { change: StatusChange }) => {
  const Icon = ICONS[change]
  return <Icon />
}
