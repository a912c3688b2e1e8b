import { zodResolver } from "@hookform/resolvers/zod"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import type { AdminAffiliateProgram, AdminUpdateAffiliateProgram } from "../../../../types"
import { useFormSubmit } from "../../../hooks/use-form-submit"
import { useText } from "../../../lib/use-text"
import { initialValues } from "./initial-values"
import { FORM_SETTINGS, type ProgramFormValues, programSchema } from "./schema"
import { toPayload } from "./to-payload"

/** The settings form with its submit. */
export function useProgramForm(save: (payload: AdminUpdateAffiliateProgram) => Promise<void>, program?: AdminAffiliateProgram) {
  const t = useText()
  const schema = useMemo(() => programSchema(t), [t])
  const form = useForm<ProgramFormValues>({ defaultValues: initialValues(program), resolver: zodResolver(schema) })
  const submit = useFormSubmit(form, FORM_SETTINGS, (values) => save(toPayload(values)))
  return { form, submit }
}
