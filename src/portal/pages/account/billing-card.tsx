import { useState } from "react"

import type { AffiliateBillingDetails, AffiliateBillingDetailsResponse } from "../../../types"
import { Card } from "../../components/card"
import { CountrySelect } from "../../components/country-select"
import { Field } from "../../components/field"
import { Form } from "../../components/form"
import { Loaded } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { call } from "../../lib/api"
import { useData } from "../../lib/use-data"

const FIELDS = ["name", "company", "address", "country_code", "tax_id"] as const
type FieldName = (typeof FIELDS)[number]

export function BillingCard({ path }: { path: string }) {
  const { t } = useTexts()
  const own = useData<AffiliateBillingDetailsResponse>(path)
  return (
    <Card title={t.account.billing} intro={t.account.billingIntro}>
      <Loaded of={own}>{({ billing_details }) => <BillingForm details={billing_details} path={path} />}</Loaded>
    </Card>
  )
}

function BillingForm({ details, path }: { details: AffiliateBillingDetails; path: string }) {
  const { t } = useTexts()
  const [values, setValues] = useState(details)
  const bound = (name: FieldName) => ({
    name,
    value: values[name] ?? "",
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
  })

  async function submit() {
    const body = Object.fromEntries(FIELDS.map((name) => [name, values[name]?.trim() || null]))
    const { billing_details } = await call<AffiliateBillingDetailsResponse>(path, { body })
    setValues(billing_details)
    return t.saved
  }

  return (
    <Form onSubmit={submit} submit={t.save} fields={FIELDS}>
      {(errorOf) => (
        <>
          <Field label={t.account.name} {...bound("name")} error={errorOf("name")} input={{ autoComplete: "name" }} />
          <Field label={t.account.company} {...bound("company")} error={errorOf("company")} input={{ autoComplete: "organization" }} />
          <Field
            label={t.account.address}
            {...bound("address")}
            error={errorOf("address")}
            control={(props) => <textarea {...props} rows={3} autoComplete="street-address" />}
          />
          <Field
            label={t.account.country}
            {...bound("country_code")}
            error={errorOf("country_code")}
            control={(props) => <CountrySelect {...props} />}
          />
          <Field label={t.account.taxId} {...bound("tax_id")} error={errorOf("tax_id")} input={{ autoComplete: "off" }} />
        </>
      )}
    </Form>
  )
}
