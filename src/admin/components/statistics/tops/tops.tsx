import { Container } from "@medusajs/ui"
import { useStatisticsTops } from "../../../hooks/api/statistics"
import { useOverview } from "../../../hooks/use-overview"
import type { Range } from "../../../lib/range-params"
import { useText } from "../../../lib/use-text"
import { LoadError } from "../../common/load-error"
import { LoadingRows } from "../../common/loading-rows"
import { TopAddresses } from "./top-addresses"
import { TopAffiliates } from "./top-affiliates"

/** The affiliates, pages and referrers that brought most in the range. */
export function Tops() {
  const { range, overview, currency } = useOverview()
  return overview && range ? <TopLists range={range} currency={currency} /> : null
}

function TopLists({ range, currency }: { range: Range; currency: string | undefined }) {
  const t = useText()
  const { data, error } = useStatisticsTops(range, currency)
  if (!data) {
    return <Container className="p-0">{error ? <LoadError error={error} /> : <LoadingRows count={5} />}</Container>
  }
  const { affiliates, pages, referrers } = data.tops
  return (
    <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-3">
      <TopAffiliates affiliates={affiliates} range={range} />
      <TopAddresses title={t("overview.topPages")} addresses={pages} filter="page" range={range} />
      <TopAddresses title={t("overview.topReferrers")} addresses={referrers} filter="referrer" range={range} />
    </div>
  )
}
