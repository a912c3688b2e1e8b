import { Text, toast, usePrompt } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { type GroupList, useSetGroupAccess } from "../../hooks/api/customer-group-access"
import { useText } from "../../lib/use-text"
import { PageLink } from "../common/page-link"
import { AccessSwitch } from "./access-switch"
import { accessWarning } from "./access-warning"

interface GroupProgramRowProps {
  groupId: string
  program: AdminAffiliateProgram
}

/** One program, with a switch for each of its two group lists. Asks for confirmation where a change needs a warning. */
export const GroupProgramRow = ({ groupId, program }: GroupProgramRowProps) => {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useSetGroupAccess(groupId)

  const change = async (list: GroupList, listed: boolean) => {
    const warning = accessWarning(program, list, listed)
    const question = warning && {
      title: t("group.confirmTitle"),
      description: t(warning, { program: program.name }),
      confirmText: t("common.continue"),
      cancelText: t("common.cancel"),
      variant: "confirmation" as const,
    }
    if (question && !(await prompt(question))) return
    try {
      await mutateAsync({ programId: program.id, list, listed })
      toast.success(t("program.saved"))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }

  const listProps = (list: GroupList) => ({
    checked: program[list].includes(groupId),
    disabled: isPending,
    onChange: (listed: boolean) => void change(list, listed),
  })
  const everyone = program.eligible_customer_group_ids.length === 0

  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <div>
        <Text size="small" weight="plus">
          <PageLink to={`/affiliates/programs/${program.id}`}>{program.name}</PageLink>
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {everyone ? t("group.everyoneMayJoin") : t("group.onlyListedMayJoin")}
        </Text>
      </div>
      <div className="flex items-center gap-x-8">
        <AccessSwitch label={t("group.mayJoin")} {...listProps("eligible_customer_group_ids")} />
        <AccessSwitch label={t("group.forbidden")} {...listProps("forbidden_customer_group_ids")} />
      </div>
    </div>
  )
}
