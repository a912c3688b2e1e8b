import { Button, Text } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

interface OrderBarProps {
  isSaving: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Below rules that were moved: whether the new order shall hold. */
export const OrderBar = ({ isSaving, onSave, onDiscard }: OrderBarProps) => {
  const t = useText()
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4" role="status">
      <Text size="small" className="text-ui-fg-subtle">
        {t("rule.orderChanged")}
      </Text>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={onDiscard}>
          {t("rule.discardOrder")}
        </Button>
        <Button size="small" onClick={onSave} isLoading={isSaving}>
          {t("rule.saveOrder")}
        </Button>
      </div>
    </div>
  )
}
