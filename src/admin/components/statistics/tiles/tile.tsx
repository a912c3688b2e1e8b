import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface TileProps {
  label: string
  value: string
  /** The page with the rows behind the figure. */
  to: string
  children?: ReactNode
}

/** One figure, which leads to its rows. */
export const Tile = ({ label, value, to, children }: TileProps) => (
  <div className="bg-ui-bg-base flex min-w-0 flex-col gap-y-1 px-6 py-4">
    <Text size="small" className="text-ui-fg-subtle">
      {label}
    </Text>
    <Link
      to={to}
      aria-label={`${label}: ${value}`}
      className="txt-large-plus hover:text-ui-fg-interactive focus-visible:text-ui-fg-interactive break-words tabular-nums"
    >
      {value}
    </Link>
    {children}
  </div>
)
