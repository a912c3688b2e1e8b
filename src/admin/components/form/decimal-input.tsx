import { Input } from "@medusajs/ui"
import { type ComponentProps, forwardRef, useState } from "react"
import { language } from "../../lib/language"
import { shownDecimal, typedDecimal } from "../../lib/typed-decimal"

interface Props extends Omit<ComponentProps<typeof Input>, "onChange" | "value"> {
  /** As the API takes it, with a point. */
  value: string
  onChange: (value: string) => void
}

/** A number typed the way of the dashboard's language. What was typed stays as it was typed; the form's value is what it means. */
export const DecimalInput = forwardRef<HTMLInputElement, Props>(function DecimalInput({ value, onChange, ...props }, ref) {
  const [typed, setTyped] = useState(value)
  const shown = typedDecimal(typed, language()) === value && typed !== value ? typed : shownDecimal(value, language())
  return (
    <Input
      {...props}
      ref={ref}
      inputMode="decimal"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(typedDecimal(event.target.value, language()))
      }}
    />
  )
})
