import { Copy, Tooltip } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

/** The bank's name for a transfer in a table: cut where it is long, whole on hover, copied by its button. */
export const ShortReference = ({ reference }: { reference: string | null }) => {
  const t = useText()
  if (!reference) return "-"
  return (
    <span className="flex max-w-[130px] items-center gap-x-1" onClick={(event) => event.stopPropagation()}>
      <Tooltip content={reference}>
        <span className="truncate">{reference}</span>
      </Tooltip>
      <Copy
        content={reference}
        variant="mini"
        className="text-ui-fg-muted shrink-0"
        aria-label={t("common.copy", { what: t("payout.reference") })}
      />
    </span>
  )
}
