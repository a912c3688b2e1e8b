import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Badge, Container } from "@medusajs/ui"
import { useOwnPayoutMethod } from "../../hooks/api/payout-methods"
import { useMethodName } from "../../lib/use-method-name"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { MoreMenu } from "../common/more-menu"
import { SectionHeader } from "../common/section-header"

/** How the affiliate is paid. The details are masked. */
export const PayoutMethodSection = ({ affiliateId }: { affiliateId: string }) => {
  const t = useText()
  const methodName = useMethodName()
  const { data, error } = useOwnPayoutMethod(affiliateId)
  const own = data?.payout_method
  const asksForDetails = own?.methods.some(({ id, fields }) => id === own.method && fields.length > 0)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("payoutMethod.title")}>
        <MoreMenu groups={[{ actions: [{ label: t("payoutMethod.change"), icon: <PencilSquare />, to: "payout-method?tab=settings" }] }]} />
      </SectionHeader>
      {error && <LoadError error={error} />}
      {own ? (
        <>
          <SectionRow
            title={t("payoutMethod.one")}
            value={
              <span className="flex flex-wrap items-center gap-2">
                {methodName(own.method)}
                <Badge size="2xsmall">{own.is_chosen ? t("payoutMethod.chosen") : t("payoutMethod.ofProgram")}</Badge>
              </span>
            }
          />
          {(own.has_details || asksForDetails) && (
            <SectionRow title={t("payoutMethod.goesTo")} value={own.has_details ? own.masked_details : t("payoutMethod.nowhere")} />
          )}
        </>
      ) : (
        !error && <LoadingRows count={2} />
      )}
    </Container>
  )
}
