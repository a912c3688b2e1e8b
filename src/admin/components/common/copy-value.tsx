import { Copy } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

/** A value in fixed-width letters with a button that copies it. */
export const CopyValue = ({ value, label }: { value: string; label: string }) => {
  const t = useText()
  return (
    <span className="flex min-w-0 items-center gap-x-2">
      <code className="txt-compact-small text-ui-fg-base min-w-0 break-all font-mono">{value}</code>
      <Copy content={value} variant="mini" className="text-ui-fg-muted shrink-0" aria-label={t("common.copy", { what: label })} />
    </span>
  )
}
