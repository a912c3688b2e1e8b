import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminAffiliatePayRunDetail, AdminAffiliatePayRunFile } from "../../../types"
import { useSavePayouts } from "../../hooks/use-save-payouts"
import { formatMoney } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"
import { PayRunLeftOut } from "./pay-run-left-out"
import { SettlePayoutsDrawer } from "./settle-payouts-drawer"

interface PayRunFileProps {
  run: AdminAffiliatePayRunDetail
  file: AdminAffiliatePayRunFile
}

/** One file of a run: what it holds and leaves out, its download, and the mark when it was paid. */
export const PayRunFile = ({ run, file }: PayRunFileProps) => {
  const t = useText()
  const save = useSavePayouts()
  const [settling, setSettling] = useState(false)
  const { format, currency_code, amount, payout_ids, exported_count, left_out } = file
  const count = payout_ids.length
  const query = { format, pay_run_id: run.id, currency_code }
  const takesComma = format === "bank" || format === "paypal"

  return (
    <div className="flex flex-col gap-4 px-6 py-4 md:flex-row md:items-start md:justify-between">
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {t(`payout.exports.${format}`)}
        </Text>
        <Text size="small" className="tabular-nums">
          {t("payRun.countAndMoney", { count, money: formatMoney(amount, currency_code) })}
        </Text>
        {exported_count > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("payRun.exported", { count: exported_count })}
          </Text>
        )}
        <PayRunLeftOut run={run} left_out={left_out} />
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-2">
        <Button size="small" variant="secondary" onClick={() => save(query)}>
          <ArrowDownTray /> {t("payRun.download")}
        </Button>
        <Button size="small" onClick={() => setSettling(true)}>
          {t("payRun.markThese", { count })}
        </Button>
        {takesComma && (
          <MoreMenu
            groups={[
              {
                actions: [
                  {
                    label: t("payout.exportWithComma", { file: t(`payout.exports.${format}`) }),
                    icon: <ArrowDownTray />,
                    onClick: () => save({ ...query, decimal: "comma" }),
                  },
                ],
              },
            ]}
          />
        )}
      </div>
      {settling && <SettlePayoutsDrawer ids={payout_ids} totals={[{ currency_code, count, amount }]} onClose={() => setSettling(false)} />}
    </div>
  )
}
