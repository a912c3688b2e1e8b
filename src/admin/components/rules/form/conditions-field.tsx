import { Trash } from "@medusajs/icons"
import { Heading, IconButton, Select, Text } from "@medusajs/ui"
import { useFormContext } from "react-hook-form"
import { useText } from "../../../lib/use-text"
import { ConditionField } from "./condition-field"
import { CONDITION_KINDS, type ConditionKind, type RuleValues } from "./values"

/** The conditions of a rule: those that it has, and a choice of further kinds. */
export const ConditionsField = () => {
  const t = useText()
  const { watch, setValue, getValues } = useFormContext<RuleValues>()
  const kinds = watch("kinds")
  const show = (kind: ConditionKind) => setValue("kinds", [...getValues("kinds"), kind], { shouldDirty: true })
  const hide = (kind: ConditionKind) => {
    setValue(
      "kinds",
      getValues("kinds").filter((shown) => shown !== kind),
      { shouldDirty: true }
    )
    if (kind !== "is_first_order") setValue(`conditions.${kind}`, [])
  }
  return (
    <section className="flex flex-col gap-y-6">
      <div>
        <Heading level="h2">{t("rule.conditionsTitle")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("rule.conditionsDescription")}
        </Text>
      </div>
      {kinds.map((kind) => (
        <div key={kind} className="grid grid-cols-[1fr_32px] items-start gap-x-2">
          <div className="min-w-0">
            <ConditionField kind={kind} />
          </div>
          <IconButton
            type="button"
            variant="transparent"
            className="mt-6"
            aria-label={t("rule.removeCondition", { condition: t(`rule.conditions.${kind}`) })}
            onClick={() => hide(kind)}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      {kinds.length < CONDITION_KINDS.length && (
        // Its value stays empty: what is chosen becomes a field above, and the choice offers the others.
        <Select value="" onValueChange={(kind) => show(kind as ConditionKind)}>
          <Select.Trigger aria-label={t("rule.addCondition")} className="max-w-[320px]">
            <Select.Value placeholder={t("rule.addCondition")} />
          </Select.Trigger>
          <Select.Content>
            {CONDITION_KINDS.filter((kind) => !kinds.includes(kind)).map((kind) => (
              <Select.Item key={kind} value={kind}>
                {t(`rule.conditions.${kind}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </section>
  )
}
