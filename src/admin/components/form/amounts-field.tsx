import { Trash } from "@medusajs/icons"
import { Button, Hint, IconButton } from "@medusajs/ui"
import { type ArrayPath, type FieldPath, type FieldValues, useFieldArray, useFormContext } from "react-hook-form"
import { useCurrencyOptions } from "../../hooks/use-currency-options"
import { useText } from "../../lib/use-text"
import { ComboboxField } from "./combobox-field"
import { TextField } from "./text-field"

interface AmountsFieldProps<Values extends FieldValues> {
  name: ArrayPath<Values>
  label: string
  hint?: string
  /** What the button says that adds one. */
  add: string
}

/** One amount per currency. */
export function AmountsField<Values extends FieldValues>({ name, label, hint, add }: AmountsFieldProps<Values>) {
  const t = useText()
  const currencies = useCurrencyOptions()
  const { control, formState, getFieldState } = useFormContext<Values>()
  const { fields, append, remove } = useFieldArray({ control, name })
  const { error } = getFieldState(name as FieldPath<Values>, formState)
  const message = (error as { root?: { message?: string } } | undefined)?.root?.message ?? error?.message
  const empty = { currency_code: "", amount: "" } as Parameters<typeof append>[0]

  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_1fr_32px] items-end gap-x-2">
          <ComboboxField<Values>
            name={`${name}.${index}.currency_code` as FieldPath<Values>}
            label={t("common.currency")}
            options={currencies}
          />
          <TextField<Values> name={`${name}.${index}.amount` as FieldPath<Values>} label={t("common.amount")} inputMode="decimal" />
          <IconButton type="button" variant="transparent" aria-label={t("common.remove")} onClick={() => remove(index)}>
            <Trash />
          </IconButton>
        </div>
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" onClick={() => append(empty)}>
          {add}
        </Button>
      </div>
      {hint && <Hint>{hint}</Hint>}
      {message && <Hint variant="error">{message}</Hint>}
    </fieldset>
  )
}
