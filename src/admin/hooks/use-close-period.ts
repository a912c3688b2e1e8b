import { toast, usePrompt } from "@medusajs/ui"
import { closeSummary } from "../lib/close-summary"
import { formatPeriod } from "../lib/format"
import { useText } from "../lib/use-text"
import { fetchPeriod, type PeriodOfProgram, useClosePeriod } from "./api/periods"

/**
 * Closes a month after a confirmation that shows what will be credited. The preview is read at that moment, because orders may have come
 * in since the page was loaded.
 */
export function useClosePeriodPrompt() {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useClosePeriod()

  const close = async ({ period, program_id }: PeriodOfProgram, programName: string) => {
    try {
      const { affiliate_period } = await fetchPeriod({ period, program_id })
      const month = formatPeriod(period)
      const confirmed = await prompt({
        title: t("period.closeTitle", { month, program: programName }),
        description: closeSummary(affiliate_period, t),
        confirmText: t("period.close"),
        cancelText: t("common.cancel"),
        variant: "confirmation",
      })
      if (!confirmed) return
      await mutateAsync({ period, program_id })
      toast.success(t("period.closed", { month, program: programName }))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return { close, isPending }
}
