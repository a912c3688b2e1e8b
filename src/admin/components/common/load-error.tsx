import { InlineTip } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

/** What a section shows instead of its content, so that one failed request does not take the page down. */
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
