import { ArrowDownMini, ArrowUpMini, PencilSquare, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import type { AdminAffiliateCommissionRule } from "../../../types"
import { useDeleteRule } from "../../hooks/api/rules"
import { useText } from "../../lib/use-text"
import { MoreMenu } from "../common/more-menu"

/** A rule that is first cannot move up, and the last one not down. */
export interface RuleMoves {
  up?: () => void
  down?: () => void
}

interface RuleRowMenuProps {
  rule: AdminAffiliateCommissionRule
  onMove: RuleMoves
}

export const RuleRowMenu = ({ rule: { id, name, program_id }, onMove: { up, down } }: RuleRowMenuProps) => {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteRule(program_id)

  const remove = async () => {
    const confirmed = await prompt({
      title: t("rule.deleteTitle", { name }),
      description: t("rule.deleteDescription"),
      confirmText: t("rule.delete"),
      cancelText: t("common.cancel"),
    })
    if (!confirmed) return
    try {
      await mutateAsync(id)
      toast.success(t("rule.deleted", { name }))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <MoreMenu
      groups={[
        { actions: [{ label: t("rule.edit"), icon: <PencilSquare />, to: `edit?rule=${id}` }] },
        {
          actions: [
            ...(up ? [{ label: t("rule.moveUp"), icon: <ArrowUpMini />, onClick: up }] : []),
            ...(down ? [{ label: t("rule.moveDown"), icon: <ArrowDownMini />, onClick: down }] : []),
          ],
        },
        { actions: [{ label: t("rule.delete"), icon: <Trash />, onClick: () => void remove() }] },
      ].filter(({ actions }) => actions.length > 0)}
    />
  )
}
