import { Trash } from "@medusajs/icons"
import { Button, Hint, IconButton, Text } from "@medusajs/ui"
import { useFieldArray, useFormContext, useWatch } from "react-hook-form"
import { raisedRate } from "../../../../domain/programs/raise"
import { useCurrencyOptions } from "../../../hooks/use-currency-options"
import { formatPercent } from "../../../lib/format"
import { useText } from "../../../lib/use-text"
import { ComboboxField } from "../../form/combobox-field"
import { TextField } from "../../form/text-field"
import type { ProgramFormValues } from "./schema"

interface TiersFieldProps {
  name: "commission_tiers"
  label: string
  hint: string
}

const isDecimal = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)

/** One row for each threshold; beside it what becomes of the program's rate. */
export const TiersField = ({ name, label, hint }: TiersFieldProps) => {
  const t = useText()
  const currencies = useCurrencyOptions()
  const { control, formState, getFieldState } = useFormContext<ProgramFormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: `${name}.tiers` })
  const [rate, tiers, measure] = useWatch({ control, name: ["commission_percent", `${name}.tiers`, `${name}.measure`] })
  const { error } = getFieldState(name, formState)

  return (
    <fieldset className="flex flex-col gap-y-2 md:col-span-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {fields.map((field, index) => {
        const raise = tiers[index]?.raise_percent ?? ""
        return (
          <div key={field.id} className="flex flex-col gap-y-1">
            <div className="grid grid-cols-2 items-end gap-2 md:grid-cols-[1fr_1fr_1fr_32px]">
              {(measure === "expenses" || tiers[index]?.currency_code) && (
                <ComboboxField<ProgramFormValues>
                  name={`${name}.tiers.${index}.currency_code`}
                  label={t("common.currency")}
                  options={currencies}
                />
              )}
              <TextField<ProgramFormValues>
                name={`${name}.tiers.${index}.threshold`}
                label={t(`program.tiers.threshold.${measure}`)}
                inputMode="decimal"
              />
              <TextField<ProgramFormValues>
                name={`${name}.tiers.${index}.raise_percent`}
                label={t("program.tiers.raise")}
                inputMode="decimal"
              />
              <IconButton type="button" variant="transparent" aria-label={t("common.remove")} onClick={() => remove(index)}>
                <Trash />
              </IconButton>
            </div>
            {isDecimal(rate) && isDecimal(raise) && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("program.tiers.becomes", { rate: formatPercent(rate), raised: formatPercent(raisedRate(rate, raise)) })}
              </Text>
            )}
          </div>
        )
      })}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => append({ currency_code: "", threshold: "", raise_percent: "" })}
        >
          {t("program.tiers.add")}
        </Button>
      </div>
      <Hint>{hint}</Hint>
      {error?.message && <Hint variant="error">{error.message.replace(/^commission_tiers\S*: /, "")}</Hint>}
    </fieldset>
  )
}
