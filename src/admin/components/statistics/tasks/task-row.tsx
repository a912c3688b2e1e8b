import { TriangleRightMini } from "@medusajs/icons"
import { Link } from "react-router-dom"
import type { AffiliateCurrencySum } from "../../../../types"
import { formatMoney } from "../../../lib/format"

interface TaskRowProps {
  text: string
  /** Each currency by itself. */
  totals?: AffiliateCurrencySum[]
  to: string
}

/** One thing to do: a link to where it is done, with its sums. */
export const TaskRow = ({ text, totals = [], to }: TaskRowProps) => (
  <li>
    <Link to={to} className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex items-center gap-x-4 px-6 py-3">
      <span className="txt-small min-w-0 flex-1">{text}</span>
      <span className="txt-small-plus flex flex-wrap justify-end gap-x-3 tabular-nums">
        {totals.map(({ currency_code, amount }) => (
          <span key={currency_code} className="whitespace-nowrap">
            {formatMoney(amount, currency_code)}
          </span>
        ))}
      </span>
      <TriangleRightMini className="text-ui-fg-muted shrink-0" aria-hidden />
    </Link>
  </li>
)
