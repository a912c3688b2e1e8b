import { zodResolver } from "@hookform/resolvers/zod"
import { FetchError } from "@medusajs/js-sdk"
import { useRouteModal } from "@medusajs/dashboard/components"
import { InlineTip, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useForm } from "react-hook-form"
import { useSearchParams } from "react-router-dom"
import { z } from "zod"
import { useCreatePayouts, usePayoutPreview } from "../../hooks/api/payouts"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useProgramOptions } from "../../hooks/use-program-options"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { ComboboxField } from "../form/combobox-field"
import { DrawerForm } from "../form/drawer-form"
import { SelectField } from "../form/select-field"
import { PayoutPreview } from "./payout-preview"

const ALL = "all"

/** Pays out a program's available balances, or those of the affiliate whom the address names, after showing a preview. */
export const CreatePayouts = () => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useCreatePayouts()
  const programs = useProgramOptions()
  const [search] = useSearchParams()
  const affiliateId = search.get("affiliate_id")
  const whom = affiliateId ? { affiliate_ids: [affiliateId] } : {}
  const required = z.string({ error: t("errors.required") }).min(1, t("errors.required"))
  const schema = z.object({ program_id: required, currency_code: required })
  const form = useForm<z.infer<typeof schema>>({
    defaultValues: { program_id: search.get("program_id") ?? "", currency_code: ALL },
    resolver: zodResolver(schema),
  })
  const [programId, chosen] = form.watch(["program_id", "currency_code"])
  const [isStale, setStale] = useState(false)

  const only = programs.length === 1 ? programs[0]?.value : undefined
  useEffect(() => {
    if (only) form.setValue("program_id", only)
  }, [only, form])
  // The currency may not exist in the newly chosen program.
  useEffect(() => form.setValue("currency_code", ALL), [programId, form])

  const every = usePayoutPreview({ program_id: programId, ...whom })
  // A fingerprint covers exactly the payouts of its preview, so a single currency needs its own preview.
  const preview = usePayoutPreview({ program_id: programId, ...whom, ...(chosen === ALL ? {} : { currency_code: chosen }) })
  const { data, error, isFetching } = preview
  const count = data?.affiliate_payouts.length ?? 0

  const submit = useFormSubmit(form, ["program_id", "currency_code"], async ({ program_id, currency_code }) => {
    setStale(false)
    const scope = { program_id, ...whom, ...(currency_code === ALL ? {} : { currency_code }) }
    try {
      const { affiliate_payouts } = await mutateAsync({ ...scope, fingerprint: data?.fingerprint ?? "" })
      toast.success(t("payout.created", { count: affiliate_payouts.length }))
      const [first] = affiliate_payouts
      handleSuccess(first && `/affiliates/payouts/runs/${first.pay_run_id}`)
    } catch (problem) {
      if (!(problem instanceof FetchError && problem.status === 409)) throw problem
      setStale(true)
      await preview.refetch()
    }
  })

  const currencies = (every.data?.totals ?? []).map(({ currency_code }) => ({ value: currency_code, label: currency_code.toUpperCase() }))
  return (
    <DrawerForm
      form={form}
      onSubmit={submit}
      title={affiliateId ? t("payout.payOut") : t("payout.create")}
      description={t("payout.createDescription")}
      submitLabel={t("payout.create")}
      submitDisabled={isFetching || count === 0}
    >
      {!affiliateId && <ComboboxField name="program_id" label={t("program.one")} options={programs} />}
      <SelectField
        name="currency_code"
        label={t("common.currency")}
        options={[{ value: ALL, label: t("payout.everyCurrency") }, ...currencies]}
      />
      {isStale && (
        <InlineTip label={t("payout.overtaken")} variant="warning" role="alert">
          {t("payout.overtakenDescription")}
        </InlineTip>
      )}
      {error && <LoadError error={error} />}
      {isFetching ? <LoadingRows count={2} /> : data && <PayoutPreview programId={programId} preview={data} />}
    </DrawerForm>
  )
}
