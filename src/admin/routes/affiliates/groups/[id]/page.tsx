import { LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { GroupBreadcrumb } from "../../../../components/affiliate-groups/group-breadcrumb"
import { GroupMembers } from "../../../../components/affiliate-groups/group-members"
import { LoadingRows } from "../../../../components/common/loading-rows"
import { PageError } from "../../../../components/common/page-error"
import { useAffiliateGroup } from "../../../../hooks/api/affiliate-groups"

const GroupPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useAffiliateGroup(id)
  if (error) return <PageError error={error} />
  if (!data) return <LoadingRows count={8} />

  const group = data.affiliate_group
  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_group.details"
      preferredLayoutId="core:single-column"
      data={group}
      sections={{
        main: (
          <LayoutComposer.Entry id="AffiliateGroupMembers">
            <GroupMembers group={group} />
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <GroupBreadcrumb id={params.id} /> }

export default GroupPage
