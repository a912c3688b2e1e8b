import { clx, Container, Heading, Text } from "@medusajs/ui"
import { useOverview } from "../../hooks/use-overview"
import type { RangeOwner } from "../../hooks/use-range"
import { formatDayRange } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { RangePicker } from "../common/range/range-picker"
import { Tiles } from "./tiles/tiles"

/** How the affiliate program, or one affiliate, does in a range of days. */
export const Overview = ({ owner }: { owner?: RangeOwner }) => {
  const t = useText()
  const { range, overview, currency, currencies, isStale, error } = useOverview(owner)
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading level={owner ? "h2" : "h1"}>{t(owner ? "affiliate.details.performance" : "menu.overview")}</Heading>
          {range && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("overview.days", { days: formatDayRange(range), zone: range.timeZone })}
            </Text>
          )}
        </div>
        {range && <RangePicker range={range} currencies={currencies} currency={currency} />}
      </div>
      {error && <LoadError error={error} />}
      {!overview && !error && <LoadingRows count={4} />}
      {overview && range && (
        <div className={clx(isStale && "opacity-50")} aria-busy={isStale}>
          <Tiles overview={overview} range={range} currency={currency} />
        </div>
      )}
    </Container>
  )
}
