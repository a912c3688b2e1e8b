import { LockClosedSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"

interface FixedRowProps {
  title: string
  description: string
  rate?: string
}

/** A rate that always comes first or last, and cannot be moved. */
export const FixedRow = ({ title, description, rate }: FixedRowProps) => (
  <li className="bg-ui-bg-subtle flex items-start gap-x-3 px-6 py-4">
    <span className="text-ui-fg-muted flex size-7 shrink-0 items-center justify-center" aria-hidden>
      <LockClosedSolid />
    </span>
    <div className="min-w-0 flex-1">
      <Text size="small" weight="plus">
        {title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {description}
      </Text>
    </div>
    {rate && (
      <Text size="small" weight="plus" className="shrink-0 tabular-nums">
        {rate}
      </Text>
    )}
  </li>
)
