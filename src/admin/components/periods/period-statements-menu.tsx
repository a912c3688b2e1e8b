import { ArrowDownTray } from "@medusajs/icons"
import type { AdminAffiliatePeriod, AdminExportAffiliatePeriodStatementsParams } from "../../../types"
import { useSendStatementsAction } from "../../hooks/use-send-statements-action"
import { saveFile } from "../../lib/save-file"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"

/** The statements of a closed month: all documents in one file, one list for the accountant, or each by e-mail to its affiliate. */
export const PeriodStatementsMenu = ({ period: { period, program_id, status } }: { period: AdminAffiliatePeriod }) => {
  const t = useText()
  const send = useSendStatementsAction({ period, program_id })
  if (status !== "closed") return null
  const action = (label: string, params: AdminExportAffiliatePeriodStatementsParams) => ({
    label,
    icon: <ArrowDownTray />,
    onClick: () => void saveFile(`/admin/affiliate-periods/${period}/statements`, { program_id, ...params }),
  })
  return (
    <MoreMenu
      groups={[
        {
          actions: [
            action(t("statement.zip"), { format: "zip" }),
            action(t("statement.list"), { format: "csv" }),
            action(t("payout.exportWithComma", { file: t("statement.list") }), { format: "csv", decimal: "comma" }),
          ],
        },
        { actions: [send] },
      ]}
    />
  )
}
