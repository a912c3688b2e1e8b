import type { AdminAffiliateInvitationListParams } from "../../../types"
import { useInvitations } from "../../hooks/api/invitations"
import { useListParams } from "../../hooks/use-list-params"
import { useProgramFilter } from "../../hooks/use-program-filter"
import { useStatusFilter } from "../../hooks/use-status-filter"
import { useText } from "../../lib/use-text"
import { AffiliateTabs } from "../affiliates/affiliate-tabs"
import { ListSection } from "../common/list-section"
import { useInvitationColumns } from "./invitation-columns"

const PAGE_SIZE = 20

/** Who was invited to become an affiliate, and what became of it. */
export const InvitationTable = () => {
  const t = useText()
  const params = useListParams<AdminAffiliateInvitationListParams>({
    pageSize: PAGE_SIZE,
    filters: ["status", "program_id"],
    order: "-created_at",
  })
  const { data, isPending, error } = useInvitations(params)
  return (
    <>
      <AffiliateTabs value="invitations" />
      <ListSection
        rows={data?.affiliate_invitations}
        count={data?.count}
        isPending={isPending}
        error={error}
        empty="invitations"
        heading={t("affiliate.tabs.invitations")}
        subHeading={t("invitation.subtitle")}
        columns={useInvitationColumns()}
        filters={[useStatusFilter("invitation"), useProgramFilter()]}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        actions={[{ label: t("invitation.invite"), to: "invite" }]}
      />
    </>
  )
}
