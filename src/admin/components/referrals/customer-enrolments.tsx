import { Text } from "@medusajs/ui"
import type { AdminAffiliate } from "../../../types"
import { useText } from "../../lib/use-text"
import { CopyValue } from "../common/copy-value"
import { PageLink } from "../common/page-link"
import { Status } from "../common/status"

/** The programs in which the customer is an affiliate. */
export const CustomerEnrolments = ({ affiliates }: { affiliates: AdminAffiliate[] }) => {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("affiliate.isAffiliate")}
      </Text>
      {affiliates.map((affiliate) => (
        <div key={affiliate.id} className="flex flex-col gap-y-1">
          <div className="flex items-center justify-between gap-x-2">
            <Text as="div" size="small" className="min-w-0">
              <PageLink to={`/affiliates/${affiliate.id}`}>{affiliate.code}</PageLink>
              <div className="text-ui-fg-subtle break-words">{affiliate.program.name}</div>
            </Text>
            <Status kind="affiliate" status={affiliate.status} tooltip={affiliate.status_reason} />
          </div>
          {affiliate.link && <CopyValue value={affiliate.link} label={t("affiliate.link")} />}
        </div>
      ))}
    </div>
  )
}
