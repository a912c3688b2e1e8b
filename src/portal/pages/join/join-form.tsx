import { useState } from "react"

import type { StoreAffiliateProgram, StoreAffiliateResponse } from "../../../types"
import { Document } from "../../components/document"
import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { useTexts } from "../../i18n/use-texts"
import { call } from "../../lib/api"

interface JoinFormProps {
  program: StoreAffiliateProgram
  /** Of an invitation's link; it says itself which program it is for. */
  invitation: string | null
  onJoined: (affiliateId: string) => void
}

/** Agreement, application, and the button. */
export function JoinForm({ program, invitation, onJoined }: JoinFormProps) {
  const { t } = useTexts()
  const { agreement_html, agreement_version, agreement_required, application_questions, requires_approval } = program
  const [accepts, setAccepts] = useState(false)
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const questions = invitation === null ? application_questions : []

  async function submit() {
    const agreed = accepts && agreement_version !== null ? { agreement_version } : {}
    const application = questions.map((question) => ({ question, answer: answers[question] ?? "" }))
    const own = { program_id: program.id, ...agreed, ...(questions.length > 0 && { application }) }
    const { affiliate } =
      invitation === null
        ? await call<StoreAffiliateResponse>("/store/affiliates/me", { body: own })
        : await call<StoreAffiliateResponse>("/store/affiliates/invitations/accept", { body: { token: invitation, ...agreed } })
    onJoined(affiliate.id)
    return undefined
  }

  const isApplication = requires_approval && invitation === null
  const submitText = invitation !== null ? t.join.invitation : isApplication ? t.join.apply : t.join.submit
  return (
    <section className="card stack">
      <Form onSubmit={submit} submit={submitText}>
        {() => (
          <>
            {questions.length > 0 && (
              <div className="stack-s">
                <h2>{t.join.application}</h2>
                <p className="soft">{t.join.applicationIntro}</p>
              </div>
            )}
            {questions.map((question) => (
              <Field
                key={question}
                label={question}
                name="answer"
                value={answers[question] ?? ""}
                onChange={(answer) => setAnswers((before) => ({ ...before, [question]: answer }))}
                required
                control={(props) => <textarea {...props} rows={3} maxLength={2000} />}
              />
            ))}
            {agreement_html !== null && (
              <>
                <h2>{t.join.agreement}</h2>
                <Document html={agreement_html} label={t.join.agreement} />
                <label className="check">
                  <input
                    type="checkbox"
                    name="accepts"
                    checked={accepts}
                    required={agreement_required}
                    onChange={({ target }) => setAccepts(target.checked)}
                  />
                  <span>
                    {t.join.accept}
                    {!agreement_required && <span className="soft"> ({t.optional})</span>}
                  </span>
                </label>
              </>
            )}
          </>
        )}
      </Form>
    </section>
  )
}
