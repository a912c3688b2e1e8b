import type { PropsWithChildren } from "react"
import { Link } from "react-router-dom"

/** A link to another page of the dashboard. In a row that opens a page of its own, the link wins. */
export const PageLink = ({ to, children }: PropsWithChildren<{ to: string }>) => (
  <Link to={to} onClick={(event) => event.stopPropagation()} className="text-ui-tag-blue-text hover:underline">
    {children}
  </Link>
)
