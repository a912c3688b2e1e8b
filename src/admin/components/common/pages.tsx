import { Button, Text } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"

/** Leads through the pages of a list that is no table; the page stands in the address. Nothing where there is only one. */
export const Pages = ({ count, pageSize, offset }: { count: number; pageSize: number; offset: number }) => {
  const t = useText()
  const [, setParams] = useSearchParams()
  if (count <= pageSize && offset === 0) return null

  const go = (to: number) =>
    setParams((params) => {
      params.set("offset", String(Math.max(0, to)))
      return params
    })
  return (
    <div className="flex items-center justify-between px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("common.rows", {
          from: formatCount(offset + 1),
          to: formatCount(Math.min(offset + pageSize, count)),
          count: formatCount(count),
        })}
      </Text>
      <div className="flex gap-x-2">
        <Button size="small" variant="transparent" disabled={offset === 0} onClick={() => go(offset - pageSize)}>
          {t("common.previous")}
        </Button>
        <Button size="small" variant="transparent" disabled={offset + pageSize >= count} onClick={() => go(offset + pageSize)}>
          {t("common.next")}
        </Button>
      </div>
    </div>
  )
}
