import { useState } from "react"

import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { useTexts } from "../../i18n/use-texts"
import { ApiError } from "../../lib/api"
import { logIn, type Login } from "../../lib/auth"

interface LogInFormProps {
  onLogin: (login: Login) => void
  onForgotten: () => void
}

export function LogInForm({ onLogin, onForgotten }: LogInFormProps) {
  const { t } = useTexts()
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")

  async function submit() {
    try {
      onLogin(await logIn(email.trim(), password))
    } catch (error) {
      throw error instanceof ApiError && error.status === 401 ? new ApiError(401, "Wrong", "wrong") : error
    }
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
        <h2>{t.signIn.logIn}</h2>
        <p className="soft">{t.signIn.logInIntro}</p>
      </div>
      <Form onSubmit={submit} submit={t.signIn.logIn} aside={forgotten}>
        {() => (
          <>
            <Field
              label={t.signIn.email}
              name="email"
              value={email}
              onChange={setEmail}
              required
              input={{ type: "email", autoComplete: "username" }}
            />
            <Field
              label={t.signIn.password}
              name="password"
              value={password}
              onChange={setPassword}
              required
              input={{ type: "password", autoComplete: "current-password" }}
            />
          </>
        )}
      </Form>
    </>
  )
}
