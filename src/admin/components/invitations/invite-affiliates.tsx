import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { readInvitationLines } from "../../../domain/invitations/invitation-lines"
import type { AdminInviteAffiliatesResponse } from "../../../types"
import { useInviteAffiliates } from "../../hooks/api/invitations"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { useProgramOptions } from "../../hooks/use-program-options"
import { isPercent } from "../../lib/is-percent"
import { useText } from "../../lib/use-text"
import { ComboboxField } from "../form/combobox-field"
import { DrawerForm } from "../form/drawer-form"
import { TextAreaField } from "../form/text-area-field"
import { TextField } from "../form/text-field"
import { InvitationFile } from "./invitation-file"
import { InvitationResults } from "./invitation-results"

interface Values {
  program_id: string
  people: string
  commission_percent: string
  note: string
}

const NAMES = ["program_id", "people", "commission_percent", "note"] as const
const MOST = 500

/** Invites people, typed, pasted or from a CSV file, with one rate and note for all who have none of their own in the list. */
export const InviteAffiliates = () => {
  const t = useText()
  const { mutateAsync } = useInviteAffiliates()
  const programs = useProgramOptions("active")
  const [results, setResults] = useState<AdminInviteAffiliatesResponse["results"]>()
  const people = z
    .string()
    .refine((text) => readInvitationLines(text).length > 0, t("errors.required"))
    .refine((text) => readInvitationLines(text).length <= MOST, t("invitation.tooMany", { most: MOST }))
  const rate = z
    .string()
    .trim()
    .refine((text) => text === "" || isPercent(text), t("errors.percent"))
  const form = useForm<Values>({
    values: { program_id: programs.length === 1 ? (programs[0]?.value ?? "") : "", people: "", commission_percent: "", note: "" },
    resetOptions: { keepDirtyValues: true },
    resolver: zodResolver(
      z.object({
        program_id: z.string({ error: t("errors.required") }).min(1, t("errors.required")),
        people,
        commission_percent: rate,
        note: z.string(),
      })
    ),
  })

  const submit = useFormSubmit(form, NAMES, async ({ program_id, people, commission_percent, note }) => {
    const common = { ...(commission_percent && { commission_percent }), ...(note && { note }) }
    const invitations = readInvitationLines(people).map((person) => ({ ...common, ...person }))
    const answer = await mutateAsync({ program_id, invitations })
    const count = answer.results.filter(({ outcome }) => outcome === "invited").length
    toast.success(t("invitation.invited", { count }))
    setResults(answer.results)
  })

  if (results) return <InvitationResults results={results} />
  return (
    <DrawerForm
      form={form}
      onSubmit={submit}
      title={t("invitation.invite")}
      description={t("invitation.description")}
      submitLabel={t("invitation.invite")}
    >
      <ComboboxField<Values> name="program_id" label={t("program.one")} options={programs} />
      <TextAreaField<Values> name="people" label={t("invitation.people")} hint={t("invitation.peopleHint")} rows={6} />
      <InvitationFile onRead={(text) => form.setValue("people", text, { shouldDirty: true, shouldValidate: true })} />
      <TextField<Values>
        name="commission_percent"
        label={t("affiliate.rate")}
        hint={t("invitation.rateHint")}
        inputMode="decimal"
        optional
      />
      <TextAreaField<Values> name="note" label={t("invitation.note")} hint={t("invitation.noteHint")} optional rows={4} />
    </DrawerForm>
  )
}
