import { Text } from "@medusajs/ui"
import type { AdminAffiliateLedgerEntry } from "../../../types"
import { formatPeriod } from "../../lib/format"
import { type TextKey, useText } from "../../lib/use-text"

/** What an entry is, of which month, and its note, which people write at any length. */
export const LedgerEntry = ({ entry: { source_type, period, note } }: { entry: AdminAffiliateLedgerEntry }) => {
  const t = useText()
  const month = period && formatPeriod(period, "short")
  return (
    <div className="max-w-[240px]">
      {t(`ledger.sources.${source_type}` as TextKey)}
      {(month ?? note) && (
        <Text size="xsmall" className="text-ui-fg-subtle truncate" title={note ?? undefined}>
          {[month, note].filter(Boolean).join(", ")}
        </Text>
      )}
    </div>
  )
}
