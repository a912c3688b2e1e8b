import { CopyValue } from "../common/copy-value"
import { useText } from "../../lib/use-text"

/** The bank's name for a transfer, whole and with a button that copies it. */
export const Reference = ({ reference }: { reference: string | null }) => {
  const t = useText()
  return reference ? <CopyValue value={reference} label={t("payout.reference")} /> : "-"
}
