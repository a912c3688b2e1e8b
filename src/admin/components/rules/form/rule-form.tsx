import { zodResolver } from "@hookform/resolvers/zod"
import { KeyboundForm, RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import type { AdminAffiliateCommissionRule, AdminAffiliateProgram } from "../../../../types"
import { useSaveRule } from "../../../hooks/api/rules"
import { useFormSubmit } from "../../../hooks/use-form-submit"
import { useText } from "../../../lib/use-text"
import { DayField } from "../../form/day-field"
import { TextField } from "../../form/text-field"
import { CostButton } from "../cost/cost-button"
import { toReplayed } from "../../../lib/replayed-rule"
import { ConditionsField } from "./conditions-field"
import { RateFields } from "./rate-fields"
import { CONDITION_KINDS, ruleSchema, toPayload, toValues, type RuleValues } from "./values"

interface RuleFormProps {
  program: AdminAffiliateProgram
  /** All rules of the program, in their order. */
  rules: AdminAffiliateCommissionRule[]
  /** The rule to change; without it, a new one. */
  rule?: AdminAffiliateCommissionRule
}

const NAMES = [
  "name",
  "public_name",
  "rate.percent",
  "rate.amounts",
  ...CONDITION_KINDS.map((kind) => `conditions.${kind}` as const),
  "starts_at",
  "ends_at",
] as const

/** Creates or changes a rule. What it would have cost can be seen before it is saved. */
export const RuleForm = ({ program, rules, rule }: RuleFormProps) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { timezone } = program
  const { mutateAsync } = useSaveRule(program.id, rule?.id)
  const resolver = useMemo(() => zodResolver(ruleSchema(t)), [t])
  const defaultValues = useMemo(() => toValues(rule, timezone), [rule, timezone])
  const form = useForm<RuleValues>({ defaultValues, resolver })
  const submit = useFormSubmit(form, NAMES, async (values) => {
    const { commission_rule } = await mutateAsync(toPayload(values, timezone))
    toast.success(t("rule.saved", { name: commission_rule.name }))
    handleSuccess()
  })

  /** The program's rules as they would be; null while the form has mistakes, which are then shown. */
  const changedRules = async () => {
    if (!(await form.trigger())) return null
    const changed = toPayload(form.getValues(), timezone)
    const others = rules.map((other) => (other.id === rule?.id ? changed : toReplayed(other)))
    return rule ? others : [...others, changed]
  }

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm onSubmit={submit} className="flex h-full flex-col overflow-hidden">
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto py-10 md:py-16">
          <div className="divide-ui-border-base flex w-full max-w-[760px] flex-col gap-y-10 px-4 [&>section+section]:border-t [&>section+section]:pt-10">
            <section className="flex flex-col gap-y-6">
              <div>
                <RouteFocusModal.Title asChild>
                  <Heading>{rule ? t("rule.editTitle", { name: rule.name }) : t("rule.createTitle")}</Heading>
                </RouteFocusModal.Title>
                <RouteFocusModal.Description asChild>
                  <Text size="small" className="text-ui-fg-subtle">
                    {t("rule.formDescription")}
                  </Text>
                </RouteFocusModal.Description>
              </div>
              <div className="grid grid-cols-1 items-start gap-x-4 gap-y-6 md:grid-cols-2">
                <TextField<RuleValues> name="name" label={t("rule.name")} hint={t("rule.nameHint")} />
                <TextField<RuleValues> name="public_name" label={t("rule.publicName")} hint={t("rule.publicNameHint")} optional />
              </div>
              <RateFields />
            </section>
            <ConditionsField />
            <section className="flex flex-col gap-y-6">
              <div>
                <Heading level="h2">{t("rule.validityTitle")}</Heading>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("rule.validityDescription", { zone: timezone })}
                </Text>
              </div>
              <div className="grid grid-cols-1 items-start gap-x-4 gap-y-6 md:grid-cols-2">
                <DayField<RuleValues> name="starts_at" label={t("rule.firstDay")} optional />
                <DayField<RuleValues> name="ends_at" label={t("rule.lastDay")} optional />
              </div>
            </section>
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <div className="flex flex-wrap justify-end gap-2">
            <RouteFocusModal.Close asChild>
              <Button size="small" variant="secondary">
                {t("common.cancel")}
              </Button>
            </RouteFocusModal.Close>
            <CostButton program={program} changedRules={changedRules} />
            <Button size="small" type="submit" isLoading={form.formState.isSubmitting}>
              {t("common.save")}
            </Button>
          </div>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
