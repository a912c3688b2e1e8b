import { useState } from "react"

import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { useTexts } from "../../i18n/use-texts"
import { ApiError } from "../../lib/api"
import { confirmCode, type Login } from "../../lib/auth"

/** The second factor of an account that has one. */
export function CodeForm({ login }: { login: Exclude<Login, string> }) {
  const { t } = useTexts()
  const [code, setCode] = useState("")

  async function submit() {
    try {
      await confirmCode(login, code.trim())
    } catch (error) {
      throw error instanceof ApiError && error.status < 500 ? new ApiError(error.status, "Wrong code", "mfaWrong") : error
    }
    return undefined
  }

  return (
    <>
      <h2>{t.signIn.mfa}</h2>
      <Form onSubmit={submit} submit={t.signIn.logIn}>
        {() => (
          <Field
            label={t.signIn.mfaCode}
            name="code"
            value={code}
            onChange={setCode}
            required
            input={{ inputMode: "numeric", autoComplete: "one-time-code" }}
          />
        )}
      </Form>
    </>
  )
}
