import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { Button, toast } from "@medusajs/ui"
import { useFieldArray, useForm } from "react-hook-form"
import { z } from "zod"
import { MOST_CREATIVES } from "../../../domain/programs/creatives"
import type { AdminAffiliateProgram } from "../../../types"
import { useUpdateProgram } from "../../hooks/api/programs"
import { useFormSubmit } from "../../hooks/use-form-submit"
import { type Translate, useText } from "../../lib/use-text"
import { DrawerForm } from "../form/drawer-form"
import { TextField } from "../form/text-field"

const FIELDS = ["name", "image_url", "page_url", "width", "height"] as const
const EMPTY = { name: "", image_url: "", page_url: "", width: "", height: "" }

const schemaOf = (t: Translate) => {
  const required = z.string().trim().min(1, t("errors.required"))
  const pixels = z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,3}$/, t("errors.whole"))
  const creative = z.object({ name: required, image_url: required, page_url: z.string().trim(), width: pixels, height: pixels })
  return z.object({ creatives: z.array(creative) })
}
type Values = z.infer<ReturnType<typeof schemaOf>>

/** The fields as the API's errors name them. */
const NAMES = Array.from({ length: MOST_CREATIVES }, (_, index) => FIELDS.map((field) => `creatives.${index}.${field}` as const)).flat()

const valuesOf = ({ creatives }: AdminAffiliateProgram): Values["creatives"] =>
  creatives.map(({ name, image_url, page_url, width, height }) => ({
    ...{ name, image_url, page_url: page_url ?? "" },
    ...{ width: String(width), height: String(height) },
  }))

/** The banners that the program's affiliates may use. */
export const EditCreatives = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateProgram(program.id)
  const form = useForm<Values>({ defaultValues: { creatives: valuesOf(program) }, resolver: zodResolver(schemaOf(t)) })
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "creatives" })

  const submit = useFormSubmit(form, NAMES, async ({ creatives }) => {
    await mutateAsync({
      creatives: creatives.map(({ page_url, width, height, ...creative }) => ({
        ...creative,
        ...{ page_url: page_url || null, width: Number(width), height: Number(height) },
      })),
    })
    toast.success(t("program.saved"))
    handleSuccess()
  })

  return (
    <DrawerForm form={form} onSubmit={submit} title={t("portal.creatives")} description={t("portal.creativesDescription")}>
      {fields.map((field, index) => (
        <fieldset key={field.id} className="flex flex-col gap-y-3 border-b pb-6">
          <legend className="sr-only">{t("portal.creative", { number: index + 1 })}</legend>
          <TextField<Values> name={`creatives.${index}.name`} label={t("portal.fields.name.label")} hint={t("portal.fields.name.hint")} />
          <TextField<Values>
            name={`creatives.${index}.image_url`}
            label={t("portal.fields.image_url.label")}
            inputMode="url"
            placeholder="https://shop.example.com/banner.png"
          />
          <TextField<Values>
            name={`creatives.${index}.page_url`}
            label={t("portal.fields.page_url.label")}
            hint={t("portal.fields.page_url.hint")}
            inputMode="url"
            optional
          />
          <div className="grid grid-cols-2 gap-x-4">
            <TextField<Values> name={`creatives.${index}.width`} label={t("portal.fields.width.label")} inputMode="numeric" />
            <TextField<Values> name={`creatives.${index}.height`} label={t("portal.fields.height.label")} inputMode="numeric" />
          </div>
          <div>
            <Button type="button" size="small" variant="secondary" onClick={() => remove(index)}>
              {t("portal.removeCreative", { number: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {fields.length < MOST_CREATIVES && (
        <div>
          <Button type="button" size="small" variant="secondary" onClick={() => append(EMPTY)}>
            {t("portal.addCreative")}
          </Button>
        </div>
      )}
    </DrawerForm>
  )
}
