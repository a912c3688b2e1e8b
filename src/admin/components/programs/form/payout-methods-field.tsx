import { Checkbox, Hint, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useController, useWatch } from "react-hook-form"
import type { PayoutMethodOption } from "../../../hooks/use-payout-method-options"
import type { ProgramFormValues } from "./schema"
import { useFieldText } from "./use-field-text"

/** What affiliates may choose from. The program's own method is always one of it. */
export const PayoutMethodsField = ({ options }: { options: PayoutMethodOption[] }) => {
  const id = useId()
  const { label, hint } = useFieldText()("payout_methods")
  const own = useWatch<ProgramFormValues, "payout_method">({ name: "payout_method" })
  const { field, fieldState } = useController<ProgramFormValues, "payout_methods">({ name: "payout_methods" })

  const choose = (method: string, isChosen: boolean) =>
    field.onChange(isChosen ? [...field.value, method] : field.value.filter((other) => other !== method))

  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {options.map(({ value, label: name, hint: about, disabled }) => (
        <div key={value} className="flex items-start gap-x-2">
          <Checkbox
            className="mt-0.5"
            id={`${id}-${value}`}
            checked={value === own || field.value.includes(value)}
            // One that is allowed already can still be taken away when it does not work any more.
            disabled={value === own || (disabled && !field.value.includes(value))}
            onCheckedChange={(checked) => choose(value, checked === true)}
            aria-describedby={`${id}-${value}-hint`}
          />
          <div>
            <Label htmlFor={`${id}-${value}`} size="small">
              {name}
            </Label>
            <Text id={`${id}-${value}-hint`} size="xsmall" className="text-ui-fg-subtle">
              {about}
            </Text>
          </div>
        </div>
      ))}
      <Hint>{hint}</Hint>
      {fieldState.error && <Hint variant="error">{fieldState.error.message}</Hint>}
    </fieldset>
  )
}
