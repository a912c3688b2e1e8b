import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowDownTray } from "@medusajs/icons"
import type { AdminAffiliatePeriod, AdminExportAffiliatePeriodStatementsParams } from "../../../types"
import { saveFile } from "../../lib/save-file"
import { useText } from "../../lib/use-text"

/** The statements of a closed month: all documents in one file, or one list for the accountant. */
export const PeriodStatementsMenu = ({ period: { period, program_id, status } }: { period: AdminAffiliatePeriod }) => {
  const t = useText()
  if (status !== "closed") return null
  const action = (label: string, params: AdminExportAffiliatePeriodStatementsParams) => ({
    label,
    icon: <ArrowDownTray />,
    onClick: () => void saveFile(`/admin/affiliate-periods/${period}/statements`, { program_id, ...params }),
  })
  return (
    <ActionMenu
      groups={[
        {
          actions: [
            action(t("statement.zip"), { format: "zip" }),
            action(t("statement.list"), { format: "csv" }),
            action(t("payout.exportWithComma", { file: t("statement.list") }), { format: "csv", decimal: "comma" }),
          ],
        },
      ]}
    />
  )
}
