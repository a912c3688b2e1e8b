import { InlineTip } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

/** An error inside a section, so that one failed request does not replace the whole page. */
export const LoadError = ({ error }: { error: Error }) => {
  const t = useText()
  return (
    <div className="px-6 py-4">
      <InlineTip label={t("common.loadError")} variant="error">
        {error.message}
      </InlineTip>
    </div>
  )
}
