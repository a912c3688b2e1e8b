import { Text } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../../types"
import { useText } from "../../../lib/use-text"
import { CopyValue } from "../../common/copy-value"

const backend = (): string => new URL(__BACKEND_URL__ ?? "/", window.location.href).origin

const snippet = (project: string): string =>
  `<script>new Image().src = "${backend()}/affiliate/counter?project=${project}&rnd=" + Math.random() + "&r=" + ` +
  `encodeURIComponent(document.referrer) + "&p=" + encodeURIComponent(location.href)</script>`

/** What goes into the storefront's pages, and whether a click has come in yet. */
export const StorefrontSnippet = ({ program }: { program: AdminAffiliateProgram | undefined }) => {
  const t = useText()
  return (
    <div className="mt-2 flex flex-col gap-y-2">
      {program && <CopyValue value={snippet(program.handle)} label={t("overview.setup.storefront.title")} />}
      <Text size="small" role="status" className="text-ui-fg-subtle animate-pulse">
        {t("overview.setup.waiting")}
      </Text>
    </div>
  )
}
