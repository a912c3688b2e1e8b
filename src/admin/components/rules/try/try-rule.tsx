import { zodResolver } from "@hookform/resolvers/zod"
import { Button, Container } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import { z } from "zod"
import type { AdminAffiliateListResponse, AdminAffiliateProgram } from "../../../../types"
import { useTryRules } from "../../../hooks/api/rules"
import { useCurrencyOptions } from "../../../hooks/use-currency-options"
import { useFormSubmit } from "../../../hooks/use-form-submit"
import { CONDITION_SOURCES, type NamedPage } from "../../../lib/condition-sources"
import { programAffiliateSource } from "../../../lib/entity-sources/affiliates"
import { customerSource } from "../../../lib/entity-sources/customers"
import { useText } from "../../../lib/use-text"
import { SectionHeader } from "../../common/section-header"
import { ComboboxField } from "../../form/combobox-field"
import { DateField } from "../../form/date-field"
import { EntityField } from "../../form/entity-field"
import { TextField } from "../../form/text-field"
import { TrialResult } from "./trial-result"
import { NOTHING_GIVEN, toTrial, type TrialValues } from "./values"

const NAMES = ["product_id", "customer_id", "affiliate_id", "region_id", "currency_code", "order_amount", "at"] as const

/** Which rule an item would follow, what it would earn, and why the rules above do not match. */
export const TryRule = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { mutateAsync, data } = useTryRules(program.id)
  const currencies = useCurrencyOptions()
  const schema = z.object({ product_id: z.string({ error: t("errors.required") }).min(1, t("errors.required")) }).loose()
  const form = useForm<TrialValues>({
    defaultValues: NOTHING_GIVEN,
    resolver: zodResolver(schema as unknown as z.ZodType<TrialValues, TrialValues>),
  })
  const submit = useFormSubmit(form, NAMES, async (values) => {
    await mutateAsync(toTrial(values))
  })
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("rule.try.title")} subtitle={t("rule.try.description")} />
      <FormProvider {...form}>
        <form onSubmit={submit} className="flex flex-col gap-y-4 px-6 py-4">
          <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2 lg:grid-cols-3">
            <EntityField<TrialValues, NamedPage> name="product_id" label={t("rule.try.product")} source={CONDITION_SOURCES.product_ids} />
            <EntityField name="customer_id" label={t("rule.try.customer")} source={customerSource} optional />
            <EntityField<TrialValues, AdminAffiliateListResponse>
              name="affiliate_id"
              label={t("rule.try.affiliate")}
              source={programAffiliateSource(program.id)}
              optional
            />
            <EntityField<TrialValues, NamedPage>
              name="region_id"
              label={t("rule.try.region")}
              source={CONDITION_SOURCES.region_ids}
              optional
            />
            <ComboboxField<TrialValues> name="currency_code" label={t("rule.try.currency")} options={currencies} optional />
            <TextField<TrialValues> name="order_amount" label={t("rule.try.amount")} inputMode="decimal" optional />
            <DateField<TrialValues> name="at" label={t("rule.try.at")} optional />
          </div>
          <div>
            <Button size="small" type="submit" variant="secondary" isLoading={form.formState.isSubmitting}>
              {t("rule.try.run")}
            </Button>
          </div>
        </form>
      </FormProvider>
      {data && <TrialResult {...data} />}
    </Container>
  )
}
