import type { AdminTopAddress } from "../../../../types"
import { formatCount } from "../../../lib/format"
import { type Range, rangePath } from "../../../lib/range-params"
import { PageLink } from "../../common/page-link"
import { TopList } from "./top-list"

interface TopAddressesProps {
  title: string
  addresses: AdminTopAddress[]
  /** The filter of the list of clicks. */
  filter: "page" | "referrer"
  range: Range
}

/** Pages or referrers with most clicks. Browsers sent these texts, so they are shown as text and never as links. */
export const TopAddresses = ({ title, addresses, filter, range }: TopAddressesProps) => (
  <TopList
    title={title}
    rows={addresses.map(({ address, clicks }) => ({
      key: address,
      name: <span className="break-all">{address.replace(/^https?:\/\//, "")}</span>,
      figures: (
        <PageLink to={rangePath("/affiliates/clicks", range, { [filter]: address, currency_code: undefined })}>
          {formatCount(clicks)}
        </PageLink>
      ),
    }))}
  />
)
