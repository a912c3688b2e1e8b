import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowDownTray, ArrowUpRightOnBox } from "@medusajs/icons"
import { statementsPath } from "../../hooks/api/statements"
import { useDownload, useOpenPage } from "../../lib/use-download"
import { useText } from "../../lib/use-text"
import type { Statement } from "../../types/statement"

interface StatementRowMenuProps {
  affiliateId: string
  statement: Statement
}

/** A statement as a file, or as a page to print. */
export const StatementRowMenu = ({ affiliateId, statement: { period, currency_code } }: StatementRowMenuProps) => {
  const t = useText()
  const download = useDownload()
  const open = useOpenPage()
  const path = `${statementsPath(affiliateId)}/${period}`
  const actions = [
    { label: t("statement.pdf"), icon: <ArrowDownTray />, onClick: () => download(`${path}.pdf`, { currency_code }) },
    { label: t("statement.csv"), icon: <ArrowDownTray />, onClick: () => download(`${path}.csv`, { currency_code }) },
    { label: t("statement.print"), icon: <ArrowUpRightOnBox />, onClick: () => open(`${path}.html`, { currency_code }) },
  ]
  return (
    <div className="flex justify-end">
      <ActionMenu groups={[{ actions }]} />
    </div>
  )
}
