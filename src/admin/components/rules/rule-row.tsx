import { useSortable } from "@dnd-kit/sortable"
import { CSS } from "@dnd-kit/utilities"
import { DotsSix } from "@medusajs/icons"
import { clx, IconButton, Text } from "@medusajs/ui"
import type { AdminAffiliateCommissionRule, AffiliateCommissionRuleWarning } from "../../../types"
import type { useConditionNames } from "../../hooks/use-condition-names"
import { useRuleText } from "../../hooks/use-rule-text"
import { useText } from "../../lib/use-text"
import { type RuleMoves, RuleRowMenu } from "./rule-row-menu"
import { RuleWarnings } from "./rule-warnings"

interface RuleRowProps {
  rule: AdminAffiliateCommissionRule
  place: number
  timeZone: string
  nameOf: ReturnType<typeof useConditionNames>
  warnings: AffiliateCommissionRuleWarning[]
  onMove: RuleMoves
}

/** A rule: its place, what it asks for, what it gives, and what is to be said about it. It is dragged by its handle, also with the keyboard. */
export const RuleRow = ({ rule, place, timeZone, nameOf, warnings, onMove }: RuleRowProps) => {
  const t = useText()
  const text = useRuleText()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: rule.id })
  const conditions = text.conditions(rule.conditions, nameOf)
  const validity = text.validity(rule, timeZone)
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clx("bg-ui-bg-base flex items-start gap-x-3 px-6 py-4", isDragging && "shadow-elevation-card-hover relative z-10")}
    >
      <IconButton
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        type="button"
        size="small"
        variant="transparent"
        className="shrink-0 cursor-grab touch-none"
        aria-label={t("rule.drag.handle", { name: rule.name })}
        aria-roledescription={undefined}
      >
        <DotsSix />
      </IconButton>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Text size="small" weight="plus" className="min-w-0 break-words">
            {place}. {rule.name}
          </Text>
          <Text size="small" weight="plus" className="tabular-nums">
            {text.rate(rule.rate)}
          </Text>
        </div>
        {conditions.map((condition) => (
          <Text key={condition} size="small" className="text-ui-fg-subtle break-words">
            {condition}
          </Text>
        ))}
        {conditions.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("rule.noCondition")}
          </Text>
        )}
        {validity && (
          <Text size="small" className="text-ui-fg-subtle">
            {validity}
          </Text>
        )}
        {rule.public_name && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {t("rule.affiliatesSee", { name: rule.public_name })}
          </Text>
        )}
        <RuleWarnings warnings={warnings} />
      </div>
      <RuleRowMenu rule={rule} onMove={onMove} />
    </li>
  )
}
