import { Container } from "@medusajs/ui"
import type { AdminAffiliatePayRunDetail } from "../../../types"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"
import { PayRunFile } from "./pay-run-file"

/** The files of a run side by side: download one, pay it, mark exactly its payouts as paid. */
export const PayRunFiles = ({ run }: { run: AdminAffiliatePayRunDetail }) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("payRun.files")} subtitle={t("payRun.filesHint")} />
      {run.files.map((file) => (
        <PayRunFile key={`${file.format} ${file.currency_code}`} run={run} file={file} />
      ))}
    </Container>
  )
}
