import { DocumentText, Users } from "@medusajs/icons"
import type { AdminAffiliateAgreement } from "../../../types"
import { acceptancesPath } from "../../lib/acceptances-path"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"

interface AgreementRowMenuProps {
  agreement: AdminAffiliateAgreement
  read: (agreement: AdminAffiliateAgreement) => void
}

export const AgreementRowMenu = ({ agreement, read }: AgreementRowMenuProps) => {
  const t = useText()
  const actions = [
    { label: t("agreement.read"), icon: <DocumentText />, onClick: () => read(agreement) },
    { label: t("agreement.whoAccepted"), icon: <Users />, to: acceptancesPath(agreement.version) },
  ]
  return (
    <div className="flex justify-end">
      <MoreMenu groups={[{ actions }]} />
    </div>
  )
}
