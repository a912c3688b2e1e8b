import type { PropsWithChildren } from "react"
import { Link } from "react-router-dom"

/** A link to another page of the dashboard. */
export const PageLink = ({ to, children }: PropsWithChildren<{ to: string }>) => (
  <Link to={to} className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover">
    {children}
  </Link>
)
