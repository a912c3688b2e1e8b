import { toast, usePrompt } from "@medusajs/ui"
import type { AdminAffiliateGroup } from "../../../types"
import { useDeleteAffiliateGroup } from "../../hooks/api/affiliate-groups"
import { useText } from "../../lib/use-text"

/** Deletes a group once it is confirmed. @returns whether it was deleted. */
export function useDeleteGroupAction({ id, name, affiliate_count }: AdminAffiliateGroup) {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteAffiliateGroup()
  return async (): Promise<boolean> => {
    const confirmed = await prompt({
      title: t("affiliateGroup.deleteTitle", { name }),
      description: t("affiliateGroup.deleteDescription", { affiliates: t("common.affiliates", { count: affiliate_count }) }),
      confirmText: t("affiliateGroup.delete"),
      cancelText: t("common.cancel"),
    })
    if (!confirmed) return false
    try {
      await mutateAsync(id)
      toast.success(t("affiliateGroup.deleted", { name }))
      return true
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
      return false
    }
  }
}
