import type { AdminAffiliate } from "../../../types"
import { customerName } from "../../lib/customer-name"

/** Name, and below it what tells two of the same name apart. Customers type their own names, which may be of any length. */
export const AffiliateName = ({ affiliate: { customer, code } }: { affiliate: AdminAffiliate }) => {
  const name = customer ? customerName(customer) : code
  const more = customer?.email && customer.email !== name ? customer.email : code
  return (
    <span className="flex max-w-[112px] flex-col py-1">
      <span className="txt-compact-small-plus truncate" title={name}>
        {name}
      </span>
      <span className="text-ui-fg-subtle txt-compact-xsmall truncate" title={more}>
        {more}
      </span>
    </span>
  )
}
