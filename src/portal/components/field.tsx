import { useId, type ReactNode } from "react"

import { useTexts } from "../i18n/use-texts"

interface FieldProps {
  label: string
  name: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | null
  required?: boolean
  /** Says so where a field may be left empty and others of the form may not. */
  optional?: boolean
  /** Instead of a line of text. */
  control?: (props: ControlProps) => ReactNode
  input?: Omit<React.InputHTMLAttributes<HTMLInputElement>, "value" | "onChange">
}

export interface ControlProps {
  id: string
  name: string
  value: string
  required?: boolean
  "aria-describedby"?: string
  "aria-invalid"?: boolean
  onChange: (event: { target: { value: string } }) => void
}

/** A labelled field; what is wrong with it is said below it, and read out with it. */
export function Field({ label, name, value, onChange, hint, error, required, optional, control, input }: FieldProps) {
  const { t } = useTexts()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  const props: ControlProps = {
    id,
    name,
    value,
    required,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    onChange: (event) => onChange(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="soft"> ({t.optional})</span>}
      </label>
      {control ? control(props) : <input {...input} {...props} />}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  )
}
