import { ActionMenu } from "@medusajs/dashboard/components"
import { DocumentText, Users } from "@medusajs/icons"
import { acceptancesPath } from "../../lib/acceptances-path"
import { useText } from "../../lib/use-text"
import type { Agreement } from "../../types/agreement"

interface AgreementRowMenuProps {
  agreement: Agreement
  read: (agreement: Agreement) => void
}

export const AgreementRowMenu = ({ agreement, read }: AgreementRowMenuProps) => {
  const t = useText()
  const actions = [
    { label: t("agreement.read"), icon: <DocumentText />, onClick: () => read(agreement) },
    { label: t("agreement.whoAccepted"), icon: <Users />, to: acceptancesPath(agreement.version) },
  ]
  return (
    <div className="flex justify-end">
      <ActionMenu groups={[{ actions }]} />
    </div>
  )
}
