import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare, Users } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import type { AdminAffiliate } from "../../../types"
import { customerName } from "../../lib/customer-name"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { MoreMenu } from "../common/more-menu"
import { PageLink } from "../common/page-link"
import { SectionHeader } from "../common/section-header"
import { Status } from "../common/status"
import { useStatusChangeActions } from "./use-status-change-actions"

export const AffiliateGeneralSection = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  const { actions, drawer } = useStatusChangeActions(affiliate)
  const { customer, program, commission_percent: ownRate, status_reason: reason } = affiliate
  const rate = formatPercent(affiliate.effective_commission_percent)
  const edit = { label: t("affiliate.editRate"), icon: <PencilSquare />, to: "edit" }

  const editGroups = { label: t("affiliateGroup.edit"), icon: <Users />, to: "groups" }

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={customer ? customerName(customer) : affiliate.code} subtitle={customer?.email ?? ""} level="h1">
        <Status kind="affiliate" status={affiliate.status} tooltip={reason} />
        <MoreMenu groups={[{ actions: [edit, editGroups] }, { actions }]} />
        {drawer}
      </SectionHeader>
      <SectionRow title={t("affiliate.number")} value={String(affiliate.number)} />
      <SectionRow title={t("affiliate.code")} value={affiliate.code} />
      {reason && <SectionRow title={t("affiliate.statusReason")} value={reason} />}
      <SectionRow
        title={t("affiliate.customer")}
        value={
          customer ? (
            <PageLink to={`/customers/${affiliate.customer_id}`}>{customerName(customer)}</PageLink>
          ) : (
            t("affiliate.accountDeleted")
          )
        }
      />
      <SectionRow
        title={t("program.one")}
        value={<PageLink to={`/affiliates/programs/${affiliate.program_id}`}>{program.name}</PageLink>}
      />
      <SectionRow title={t("affiliate.rate")} value={ownRate === null ? t("affiliate.programRate", { rate }) : rate} />
      <SectionRow
        title={t("affiliate.tabs.groups")}
        value={
          affiliate.groups.length === 0 ? undefined : (
            <div className="flex flex-wrap gap-x-3">
              {affiliate.groups.map(({ id, name }) => (
                <PageLink key={id} to={`/affiliates/groups/${id}`}>
                  {name}
                </PageLink>
              ))}
            </div>
          )
        }
      />
      <SectionRow title={t("affiliate.joined")} value={<Moment at={affiliate.created_at} timeZone={program.timezone} />} />
    </Container>
  )
}
