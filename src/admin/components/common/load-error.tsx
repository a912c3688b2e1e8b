import { Button, InlineTip } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { missingPolicies } from "../../lib/missing-policies"
import { useText } from "../../lib/use-text"

/**
 * An error inside a section, so that one failed request does not replace the whole page, with a button that loads again whatever failed on the
 * page. To somebody whose role may not see it no second try would help: they are told what to ask for.
 */
export const LoadError = ({ error }: { error: Error }) => {
  const t = useText()
  const client = useQueryClient()
  const policies = missingPolicies(error)
  if (policies !== undefined)
    return (
      <div className="px-6 py-4">
        <InlineTip label={t("common.noPermission")} variant="warning" className="w-full">
          {policies ? t("common.askForPermission", { policies }) : t("common.askForRole")}
        </InlineTip>
      </div>
    )
  const retry = () => void client.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" })
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <InlineTip label={t("common.loadError")} variant="error" className="w-full">
        {error.message}
      </InlineTip>
      <Button size="small" variant="secondary" type="button" onClick={retry}>
        {t("common.tryAgain")}
      </Button>
    </div>
  )
}
