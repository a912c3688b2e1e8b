import { CheckMini } from "@medusajs/icons"
import { Input, Text } from "@medusajs/ui"
import { useText } from "../../../lib/use-text"

export interface Choice {
  value: string
  label: string
}

interface FilterChoicesProps {
  label: string
  options: Choice[]
  chosen: string[]
  /** Undefined takes the filter away. */
  onChange: (chosen: string[] | undefined) => void
  /** Where there are too many options to show them all. */
  search?: { value: string; onChange: (text: string) => void }
}

/** The options of a table's filter, of which several can be chosen. */
export function FilterChoices({ label, options, chosen, onChange, search }: FilterChoicesProps) {
  const t = useText()
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <div role="group" aria-label={label} className="flex w-64 flex-col p-1">
      {search && (
        <Input
          type="search"
          size="small"
          aria-label={t("common.search")}
          placeholder={t("common.search")}
          value={search.value}
          onChange={({ target }) => search.onChange(target.value)}
          className="mb-1"
        />
      )}
      <div className="flex max-h-64 flex-col overflow-y-auto">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="checkbox"
            aria-checked={chosen.includes(option.value)}
            onClick={() => toggle(option.value)}
            className="txt-compact-small hover:bg-ui-bg-component-hover focus-visible:bg-ui-bg-component-hover flex items-center gap-x-2 rounded px-2 py-1 text-left outline-none"
          >
            <span className="flex size-[15px] shrink-0 items-center justify-center">{chosen.includes(option.value) && <CheckMini />}</span>
            <span className="min-w-0 break-words">{option.label}</span>
          </button>
        ))}
        {options.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle px-2 py-1">
            {t("common.noResults")}
          </Text>
        )}
      </div>
    </div>
  )
}
