import { Envelope } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useText } from "../lib/use-text"
import { type PeriodOfProgram, useSendStatements } from "./api/periods"

/** The action that mails affiliates their statements of a month, and tells what became of them. */
export function useSendStatementsAction(month: PeriodOfProgram) {
  const t = useText()
  const { mutateAsync, isPending } = useSendStatements(month)
  const send = async () => {
    try {
      const { sent_count, failed_count, left_out_count } = await mutateAsync()
      if (sent_count > 0) toast.success(t("statement.sent", { count: sent_count }))
      if (failed_count > 0) toast.error(t("statement.failed", { count: failed_count }))
      if (left_out_count > 0) toast.warning(t("statement.leftOut", { count: left_out_count }))
      if (sent_count + failed_count + left_out_count === 0) toast.info(t("statement.nothingToSend"))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return { label: t("statement.mail"), icon: <Envelope />, disabled: isPending, onClick: () => void send() }
}
