import type { DndContextProps, UniqueIdentifier } from "@dnd-kit/core"
import type { AdminAffiliateCommissionRule } from "../../../types"
import { useText } from "../../lib/use-text"

/** What a screen reader says while a rule is dragged, in the dashboard's language. */
export function useDragTexts(rules: AdminAffiliateCommissionRule[]): DndContextProps["accessibility"] {
  const t = useText()
  const nameOf = (id: UniqueIdentifier) => rules.find((rule) => rule.id === id)?.name ?? ""
  const placeOf = (id: UniqueIdentifier) => rules.findIndex((rule) => rule.id === id) + 1
  return {
    screenReaderInstructions: { draggable: t("rule.drag.instructions") },
    announcements: {
      onDragStart: ({ active }) => t("rule.drag.taken", { name: nameOf(active.id) }),
      onDragOver: ({ active, over }) => (over ? t("rule.drag.over", { name: nameOf(active.id), place: placeOf(over.id) }) : undefined),
      onDragEnd: ({ active, over }) => (over ? t("rule.drag.dropped", { name: nameOf(active.id), place: placeOf(over.id) }) : undefined),
      onDragCancel: ({ active }) => t("rule.drag.canceled", { name: nameOf(active.id) }),
    },
  }
}
