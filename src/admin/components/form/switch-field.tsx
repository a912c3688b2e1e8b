import { Form } from "@medusajs/dashboard/components"
import { Switch } from "@medusajs/ui"
import { type FieldValues, useFormContext } from "react-hook-form"
import type { FieldProps } from "./field-props"

/** A yes-or-no setting: the switch stands beside its label. */
export function SwitchField<Values extends FieldValues>({ name, label, hint }: FieldProps<Values>) {
  const { control } = useFormContext<Values>()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item>
          <div className="flex items-center justify-between gap-x-4">
            <Form.Label>{label}</Form.Label>
            <Form.Control>
              <Switch {...field} checked={Boolean(value)} onCheckedChange={onChange} />
            </Form.Control>
          </div>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
