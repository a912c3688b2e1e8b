import { useState, type FormEvent, type ReactNode } from "react"

import { useTexts } from "../i18n/use-texts"
import { errorField, errorText } from "../lib/error-text"

interface FormProps {
  /** Does the work; what it throws is said in the form. */
  onSubmit: () => Promise<string | undefined>
  submit: string
  /** The fields of the form by which a backend's message may begin. */
  fields?: readonly string[]
  children: (errorOf: (field: string) => string | null) => ReactNode
  /** Beside the button. */
  aside?: ReactNode
  className?: string
}

/** A form that says what became of it: nothing is submitted twice, and a refusal stands beside its field, or above the button. */
export function Form({ onSubmit, submit, fields = [], children, aside, className }: FormProps) {
  const { t, language } = useTexts()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState("")
  const field = error === null ? null : errorField(error)
  const isBesideField = field !== null && fields.includes(field)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(null)
    setSaid("")
    try {
      setSaid((await onSubmit()) ?? "")
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={`stack ${className ?? ""}`} onSubmit={(event) => void send(event)} aria-busy={busy}>
      {children((name) => (isBesideField && name === field ? errorText(error, t, language) : null))}
      <p className="error" role="alert">
        {error !== null && !isBesideField ? errorText(error, t, language) : ""}
      </p>
      <div className="actions">
        <button className="button" type="submit" disabled={busy}>
          {submit}
        </button>
        {aside}
        <span className="good" role="status">
          {said}
        </span>
      </div>
    </form>
  )
}
