import { KeyboundForm, RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Text } from "@medusajs/ui"
import type { FormEventHandler, PropsWithChildren } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { useText } from "../../lib/use-text"

interface DrawerFormProps<Values extends FieldValues> {
  form: UseFormReturn<Values>
  onSubmit: FormEventHandler
  title: string
  description: string
  submitLabel?: string
  /** Set it while there is nothing to submit. */
  submitDisabled?: boolean
}

/** A short form in a drawer that has its own address: title, fields, cancel and save. */
export function DrawerForm<Values extends FieldValues>(props: PropsWithChildren<DrawerFormProps<Values>>) {
  const { form, onSubmit, title, description, submitLabel, submitDisabled, children } = props
  const t = useText()
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm onSubmit={onSubmit} className="flex flex-1 flex-col overflow-hidden">
        <RouteDrawer.Header>
          <RouteDrawer.Title>{title}</RouteDrawer.Title>
          <RouteDrawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {description}
            </Text>
          </RouteDrawer.Description>
        </RouteDrawer.Header>
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">{children}</RouteDrawer.Body>
        <RouteDrawer.Footer>
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("common.cancel")}
            </Button>
          </RouteDrawer.Close>
          <Button size="small" type="submit" disabled={submitDisabled} isLoading={form.formState.isSubmitting}>
            {submitLabel ?? t("common.save")}
          </Button>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
