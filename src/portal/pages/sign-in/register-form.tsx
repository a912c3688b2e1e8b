import { useState } from "react"

import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { useTexts } from "../../i18n/use-texts"
import { register, type Login, type NewCustomer } from "../../lib/auth"

interface RegisterFormProps {
  onLogin: (login: Login) => void
  onForgotten: () => void
}

const EMPTY: NewCustomer = { first_name: "", last_name: "", email: "", password: "" }

/** A customer account of the shop: affiliates have no other. */
export function RegisterForm({ onLogin, onForgotten }: RegisterFormProps) {
  const { t } = useTexts()
  const [values, setValues] = useState(EMPTY)
  const bound = (name: keyof NewCustomer) => ({
    name,
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    required: true,
  })

  async function submit() {
    onLogin(await register({ ...values, email: values.email.trim() }))
    return undefined
  }

  const forgotten = (
    <button className="link" type="button" onClick={onForgotten}>
      {t.signIn.forgotten}
    </button>
  )
  return (
    <>
      <div className="stack-s">
        <h2>{t.signIn.register}</h2>
        <p className="soft">{t.signIn.registerIntro}</p>
      </div>
      <Form onSubmit={submit} submit={t.signIn.register} fields={["email", "password"]} aside={forgotten}>
        {(errorOf) => (
          <>
            <div className="halves">
              <Field label={t.signIn.firstName} {...bound("first_name")} input={{ autoComplete: "given-name" }} />
              <Field label={t.signIn.lastName} {...bound("last_name")} input={{ autoComplete: "family-name" }} />
            </div>
            <Field label={t.signIn.email} {...bound("email")} error={errorOf("email")} input={{ type: "email", autoComplete: "email" }} />
            <Field
              label={t.signIn.password}
              {...bound("password")}
              error={errorOf("password")}
              hint={t.signIn.passwordHint}
              input={{ type: "password", autoComplete: "new-password", minLength: 8 }}
            />
          </>
        )}
      </Form>
    </>
  )
}
