import { useState } from "react"

import { Field } from "../components/field"
import { Form } from "../components/form"
import { useTexts } from "../i18n/use-texts"
import { cleanAddress, goTo } from "../lib/address"
import { ApiError } from "../lib/api"
import { resetPassword } from "../lib/auth"

/** The token stands behind the `#`, where no server and no log sees it. Stores whose e-mails put it into the query are understood too. */
function takeToken(): string {
  const { hash, search } = window.location
  const token = new URLSearchParams(hash.slice(1)).get("token") ?? new URLSearchParams(search).get("token") ?? ""
  if (token) setTimeout(() => cleanAddress())
  return token
}

/** Where the link of the shop's e-mail leads. */
export function ResetPassword() {
  const { t } = useTexts()
  const [token] = useState(takeToken)
  const [password, setPassword] = useState("")
  const [isDone, setDone] = useState(false)

  async function submit() {
    try {
      await resetPassword(token, password)
    } catch (error) {
      throw error instanceof ApiError && error.status === 401 ? new ApiError(401, "Used or too old", "resetInvalid") : error
    }
    setDone(true)
    return undefined
  }

  const toLogIn = (
    <button className={isDone ? "button" : "link"} type="button" onClick={() => goTo("")}>
      {t.signIn.logIn}
    </button>
  )
  return (
    <section className="card sign-in stack">
      <h2>{t.signIn.resetTitle}</h2>
      {isDone ? (
        <>
          <p className="good" role="status">
            {t.signIn.resetDone}
          </p>
          <div>{toLogIn}</div>
        </>
      ) : (
        <Form onSubmit={submit} submit={t.save} aside={toLogIn}>
          {() => (
            <Field
              label={t.signIn.newPassword}
              name="password"
              value={password}
              onChange={setPassword}
              required
              hint={t.signIn.passwordHint}
              input={{ type: "password", autoComplete: "new-password", minLength: 8 }}
            />
          )}
        </Form>
      )}
    </section>
  )
}
