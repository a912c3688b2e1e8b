import { useState } from "react"

import type { AffiliatePayoutMethodField, OwnAffiliatePayoutMethod, OwnAffiliatePayoutMethodResponse } from "../../../types"
import { Card } from "../../components/card"
import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { Loaded } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { call } from "../../lib/api"
import { useData } from "../../lib/use-data"

/** What a transfer needs where the bank's country has no IBAN, and is in the way everywhere else. */
const WITHOUT_IBAN = ["account_number", "bank_code", "bank_name", "country_code"]

/** Where payouts go, and the form that changes it. Details that are there are shown in part only, and never filled in. */
export function PayoutMethodCard({ path, onSaved }: { path: string; onSaved: () => void }) {
  const { t } = useTexts()
  const own = useData<OwnAffiliatePayoutMethodResponse>(path)
  const saved = () => {
    own.reload()
    onSaved()
  }
  return (
    <Card title={t.payouts.method} intro={t.payouts.methodIntro}>
      <Loaded of={own}>{({ payout_method }) => <Current method={payout_method} path={path} onSaved={saved} />}</Loaded>
    </Card>
  )
}

interface CurrentProps {
  method: OwnAffiliatePayoutMethod
  path: string
  onSaved: () => void
}

function Current({ method, path, onSaved }: CurrentProps) {
  const { t } = useTexts()
  const own = method.methods.find(({ id }) => id === method.method)
  const isMissing = !method.has_details && (own?.fields.length ?? 0) > 0
  const [isOpen, setOpen] = useState(isMissing)
  const saved = () => {
    setOpen(false)
    onSaved()
  }
  return (
    <>
      <p>
        <strong>{t.payouts.now(t.payouts.methods[method.method] ?? method.method, method.masked_details)}</strong>
      </p>
      {isMissing && <p className="warning">{t.payouts.missing}</p>}
      {isOpen ? (
        <MethodForm method={method} path={path} onSaved={saved} onCancel={isMissing ? undefined : () => setOpen(false)} />
      ) : (
        <div>
          <button className="button quiet" type="button" aria-label={`${t.change}: ${t.payouts.method}`} onClick={() => setOpen(true)}>
            {t.change}
          </button>
        </div>
      )}
    </>
  )
}

function MethodForm({ method, path, onSaved, onCancel }: CurrentProps & { onCancel?: () => void }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState(method.method)
  const [details, setDetails] = useState<Record<string, string>>({})
  const fields = method.methods.find(({ id }) => id === chosen)?.fields ?? []

  async function submit() {
    const given = fields.flatMap(({ name }) => (details[name]?.trim() ? [[name, details[name]] as const] : []))
    await call(path, { body: { method: chosen, details: Object.fromEntries(given) } })
    onSaved()
    return undefined
  }

  const field =
    (errorOf: (name: string) => string | null) =>
    ({ name, is_required }: AffiliatePayoutMethodField) => (
      <Field
        key={name}
        label={t.payouts.fields[name] ?? name}
        name={name}
        value={details[name] ?? ""}
        onChange={(value) => setDetails((before) => ({ ...before, [name]: value }))}
        hint={t.payouts.hints[name]}
        error={errorOf(name)}
        required={is_required}
        optional={name === "bic"}
        input={{ autoComplete: "off", spellCheck: false }}
      />
    )
  const cancel = onCancel && (
    <button className="link" type="button" onClick={onCancel}>
      {t.cancel}
    </button>
  )
  return (
    <Form onSubmit={submit} submit={t.save} fields={fields.map(({ name }) => name)} aside={cancel}>
      {(errorOf) => (
        <>
          {method.has_details && <p className="hint">{t.payouts.replaces}</p>}
          <fieldset className="choices">
            <legend className="visually-hidden">{t.payouts.method}</legend>
            {method.methods.map(({ id }) => (
              <label key={id} className="check">
                <input type="radio" name="method" value={id} checked={id === chosen} onChange={() => setChosen(id)} />
                <span>{t.payouts.methods[id] ?? id}</span>
              </label>
            ))}
          </fieldset>
          {fields.filter(({ name }) => !WITHOUT_IBAN.includes(name)).map(field(errorOf))}
          {fields.some(({ name }) => WITHOUT_IBAN.includes(name)) && (
            <details open={WITHOUT_IBAN.some((name) => errorOf(name) !== null) || undefined}>
              <summary>{t.payouts.withoutIban}</summary>
              <div className="stack">{fields.filter(({ name }) => WITHOUT_IBAN.includes(name)).map(field(errorOf))}</div>
            </details>
          )}
        </>
      )}
    </Form>
  )
}
