import { Trash } from "@medusajs/icons"
import { Button, Hint, IconButton } from "@medusajs/ui"
import { useFieldArray, useFormContext } from "react-hook-form"
import { useText } from "../../../lib/use-text"
import { useCurrencyOptions } from "../../../hooks/use-currency-options"
import { ComboboxField } from "../../form/combobox-field"
import { TextField } from "../../form/text-field"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

/** The smallest payout, one amount per currency. */
export const PayoutMinimumsField = () => {
  const t = useText()
  const { label, hint } = useFieldText()("payout_minimums")
  const currencies = useCurrencyOptions()
  const { control, formState } = useFormContext<ProgramFormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: "payout_minimums" })
  const error = formState.errors.payout_minimums?.root?.message ?? formState.errors.payout_minimums?.message

  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_1fr_32px] items-end gap-x-2">
          <ComboboxField<ProgramFormValues>
            name={`payout_minimums.${index}.currency_code`}
            label={t("common.currency")}
            options={currencies}
          />
          <TextField<ProgramFormValues> name={`payout_minimums.${index}.amount`} label={t("common.amount")} inputMode="decimal" />
          <IconButton type="button" variant="transparent" aria-label={t("common.remove")} onClick={() => remove(index)}>
            <Trash />
          </IconButton>
        </div>
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" onClick={() => append({ currency_code: "", amount: "" })}>
          {t("program.addMinimum")}
        </Button>
      </div>
      <Hint>{hint}</Hint>
      {error && <Hint variant="error">{error}</Hint>}
    </fieldset>
  )
}
