import { Container } from "@medusajs/ui"
import { useRange } from "../../hooks/use-range"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { RangePicker } from "../common/range/range-picker"
import { SectionHeader } from "../common/section-header"

/** How the affiliate program does in a range of days. */
export const Overview = () => {
  const t = useText()
  const { range, error } = useRange()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("menu.overview")} level="h1">
        {range && <RangePicker range={range} currencies={[]} />}
      </SectionHeader>
      {error && <LoadError error={error} />}
      {!range && !error && <LoadingRows />}
    </Container>
  )
}
