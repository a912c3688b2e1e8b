import { Button, InlineTip } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

interface LoadErrorProps {
  error: Error
  onRetry?: () => void
}

/** An error inside a section, so that one failed request does not replace the whole page. */
export const LoadError = ({ error, onRetry }: LoadErrorProps) => {
  const t = useText()
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <InlineTip label={t("common.loadError")} variant="error" className="w-full">
        {error.message}
      </InlineTip>
      {onRetry && (
        <Button size="small" variant="secondary" onClick={onRetry}>
          {t("common.tryAgain")}
        </Button>
      )}
    </div>
  )
}
