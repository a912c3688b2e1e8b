import type { ReactNode } from "react"

interface RowProps {
  title: ReactNode
  /** Lines below the title. */
  details?: ReactNode[]
  /** At the end of the row. */
  side?: ReactNode
  children?: ReactNode
}

/** One thing of a list: reads as well on a phone as on a screen, where a table would have to be scrolled. */
export const Row = ({ title, details = [], side, children }: RowProps) => (
  <li className="row">
    <div className="row-main">
      <span className="row-title">{title}</span>
      {details.filter(Boolean).map((detail, index) => (
        <span key={index} className="soft">
          {detail}
        </span>
      ))}
    </div>
    {side && <div className="row-side">{side}</div>}
    {children}
  </li>
)
