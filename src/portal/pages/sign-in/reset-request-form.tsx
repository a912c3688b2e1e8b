import { useState } from "react"

import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { useTexts } from "../../i18n/use-texts"
import { askForReset } from "../../lib/auth"

/** The answer is the same whether there is an account or not. */
export function ResetRequestForm({ onBack }: { onBack: () => void }) {
  const { t } = useTexts()
  const [email, setEmail] = useState("")

  async function submit() {
    await askForReset(email.trim())
    return t.signIn.resetSent
  }

  const back = (
    <button className="link" type="button" onClick={onBack}>
      {t.signIn.back}
    </button>
  )
  return (
    <>
      <div className="stack-s">
        <h2>{t.signIn.forgotten}</h2>
        <p className="soft">{t.signIn.resetIntro}</p>
      </div>
      <Form onSubmit={submit} submit={t.signIn.resetSend} aside={back}>
        {() => (
          <Field
            label={t.signIn.email}
            name="email"
            value={email}
            onChange={setEmail}
            required
            input={{ type: "email", autoComplete: "username" }}
          />
        )}
      </Form>
    </>
  )
}
