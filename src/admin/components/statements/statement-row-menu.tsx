import { ArrowDownTray, ArrowUpRightOnBox } from "@medusajs/icons"
import type { AffiliateStatement } from "../../../types"
import { statementsPath, useRefreshStatements } from "../../hooks/api/statements"
import { saveFile, showPage } from "../../lib/save-file"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"

interface StatementRowMenuProps {
  affiliateId: string
  statement: AffiliateStatement
}

/** Downloads or prints a statement. PDF and print page are for closed months only; the first request gives the statement its number. */
export const StatementRowMenu = ({ affiliateId, statement }: StatementRowMenuProps) => {
  const t = useText()
  const { period, currency_code, status } = statement
  const refresh = useRefreshStatements()
  const path = `${statementsPath(affiliateId)}/${period}`
  const take = (fetch: (path: string, query: object) => Promise<unknown>, extension: string) => () =>
    void fetch(`${path}.${extension}`, { currency_code }).then(refresh)

  const documents = [
    { label: t("statement.pdf"), icon: <ArrowDownTray />, onClick: take(saveFile, "pdf") },
    { label: t("statement.print"), icon: <ArrowUpRightOnBox />, onClick: take(showPage, "html") },
  ]
  const csv = { label: t("statement.csv"), icon: <ArrowDownTray />, onClick: take(saveFile, "csv") }
  return (
    <div className="flex justify-end">
      <MoreMenu groups={[{ actions: status === "closed" ? [...documents, csv] : [csv] }]} />
    </div>
  )
}
