import { InlineTip, StatusBadge, Text } from "@medusajs/ui"
import type { AdminAffiliateInvariant } from "../../../types"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { ExceptionTable } from "./exception-table"

/** One rule. Where it is broken, also the exceptions and what to do. */
export const InvariantSection = ({ invariant }: { invariant: AdminAffiliateInvariant }) => {
  const t = useText()
  const { id, ok, exceptions, exception_count } = invariant
  const more = exception_count - exceptions.length
  return (
    <section>
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Text size="small" className="min-w-0">
          {t(`health.invariants.${id}.rule`)}
        </Text>
        <StatusBadge color={ok ? "green" : "red"} className="shrink-0">
          {ok ? t("health.ok") : t("health.exceptions", { count: exception_count, amount: formatCount(exception_count) })}
        </StatusBadge>
      </div>
      {!ok && (
        <>
          <div className="px-6 pb-4">
            <InlineTip label={t("health.advice")} variant="warning">
              {t(`health.invariants.${id}.advice`)}
            </InlineTip>
          </div>
          <ExceptionTable exceptions={exceptions} />
          {more > 0 && (
            <Text size="small" className="text-ui-fg-subtle px-6 py-4">
              {t("health.more", { count: more, amount: formatCount(more) })}
            </Text>
          )}
        </>
      )}
    </section>
  )
}
