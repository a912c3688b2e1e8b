import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from "@dnd-kit/core"
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminAffiliateCommissionRule, AdminAffiliateProgram, AffiliateCommissionRuleWarning } from "../../../types"
import { useOrderRules } from "../../hooks/api/rules"
import { useConditionNames } from "../../hooks/use-condition-names"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { FixedRow } from "./fixed-row"
import { OrderBar } from "./order-bar"
import { RuleRow } from "./rule-row"
import { useDragTexts } from "./use-drag-texts"

interface RuleListProps {
  program: AdminAffiliateProgram
  rules: AdminAffiliateCommissionRule[]
  warnings: AffiliateCommissionRuleWarning[]
}

/** The rules in the one order in which they are tried, between affiliates' own rates and the program's rate. A new order holds once it is saved. */
export const RuleList = ({ program, rules, warnings }: RuleListProps) => {
  const t = useText()
  const { mutateAsync, isPending } = useOrderRules(program.id)
  const [order, setOrder] = useState<string[] | null>(null)
  const nameOf = useConditionNames(rules.map(({ conditions }) => conditions))
  const shown = inOrder(rules, order)
  const ids = shown.map(({ id }) => id)
  const isMoved = ids.some((id, index) => rules[index]?.id !== id)
  const sensors = useSensors(useSensor(PointerSensor), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))

  const move = (from: number, to: number) => setOrder(arrayMove(ids, from, to))
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)))
  }
  const save = async () => {
    try {
      await mutateAsync(ids)
      setOrder(null)
      toast.success(t("rule.orderSaved"))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <>
      {/* Around the list, because it adds elements of its own that are no items. */}
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={useDragTexts(shown)}>
        <ol className="divide-ui-border-base divide-y">
          <FixedRow title={t("rule.ownRates")} description={t("rule.ownRatesDescription")} />
          <SortableContext items={ids} strategy={verticalListSortingStrategy}>
            {shown.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                place={index + 1}
                timeZone={program.timezone}
                nameOf={nameOf}
                // The warnings are about the order that is stored.
                warnings={isMoved ? [] : warnings.filter(({ rule_id }) => rule_id === rule.id)}
                onMove={{
                  ...(index > 0 && { up: () => move(index, index - 1) }),
                  ...(index < shown.length - 1 && { down: () => move(index, index + 1) }),
                }}
              />
            ))}
          </SortableContext>
          <FixedRow
            title={t("rule.programRate")}
            description={t("rule.programRateDescription")}
            rate={formatPercent(program.commission_percent)}
          />
        </ol>
      </DndContext>
      {isMoved && (
        <OrderBar program={program} rules={shown} isSaving={isPending} onSave={() => void save()} onDiscard={() => setOrder(null)} />
      )}
    </>
  )
}

/** As they were dragged; a rule that came since then is last. */
function inOrder(rules: AdminAffiliateCommissionRule[], order: string[] | null): AdminAffiliateCommissionRule[] {
  if (!order) return rules
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...rules].sort((one, other) => place(one.id) - place(other.id))
}
