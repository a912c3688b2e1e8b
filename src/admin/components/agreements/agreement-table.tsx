import { useState } from "react"
import type { AdminAffiliateAgreement, AdminAffiliateProgram } from "../../../types"
import { useAgreements } from "../../hooks/api/agreements"
import { useListParams } from "../../hooks/use-list-params"
import { useText } from "../../lib/use-text"
import { ListSection } from "../common/list-section"
import { useAgreementColumns } from "./agreement-columns"
import { AgreementDrawer } from "./agreement-drawer"

const PAGE_SIZE = 5

/** The versions of a program's agreement, and how many affiliates have accepted each. */
export const AgreementTable = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { limit, offset } = useListParams({ pageSize: PAGE_SIZE, prefix: "agr" })
  const { data, isPending, error } = useAgreements(program.id, { limit, offset })
  const [shown, setShown] = useState<AdminAffiliateAgreement | null>(null)

  const requirement = program.agreement_required ? t("agreement.isRequired") : t("agreement.isOptional")
  return (
    <>
      <ListSection
        rows={data?.agreements}
        count={data?.count}
        isPending={isPending}
        error={error}
        empty="agreements"
        heading={t("agreement.one")}
        headingLevel="h2"
        subHeading={program.agreement_text === null ? t("agreement.none") : requirement}
        columns={useAgreementColumns(setShown, program.timezone)}
        getRowId={({ version }) => String(version)}
        pageSize={PAGE_SIZE}
        prefix="agr"
        enableSearch={false}
        actions={[
          { label: t("agreement.acceptances"), to: "acceptances" },
          { label: program.agreement_text === null ? t("agreement.write") : t("agreement.edit"), to: "agreement" },
        ]}
      />
      {shown && <AgreementDrawer agreement={shown} timeZone={program.timezone} onClose={() => setShown(null)} />}
    </>
  )
}
