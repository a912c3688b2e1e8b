import { Button, Drawer, Label, Text, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useText } from "../../lib/use-text"

interface ReasonDrawerProps {
  title: string
  description: string
  confirmLabel: string
  /** The field's label, where it is not "Reason". */
  label?: string
  /** Whether the field may stay empty. */
  optional?: boolean
  /** Whether the change keeps no reason. */
  withoutReason?: boolean
  children?: ReactNode
  /** Whether the fields in `children` are complete. */
  ready?: boolean
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for a reason, then makes the change, which keeps the reason. Render it only while it is open. */
export function ReasonDrawer(props: ReasonDrawerProps) {
  const {
    title,
    description,
    confirmLabel,
    label,
    optional = false,
    withoutReason = false,
    ready = true,
    children,
    onConfirm,
    onClose,
  } = props
  const t = useText()
  const id = useId()
  const [reason, setReason] = useState("")
  const [isPending, setPending] = useState(false)
  const complete = ready && (optional || reason.trim() !== "")

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!complete || isPending) return
    setPending(true)
    try {
      await onConfirm(reason.trim())
      onClose()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
      setPending(false)
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {description}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <form onSubmit={submit} className="flex flex-1 flex-col overflow-hidden">
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            {children}
            {!withoutReason && (
              <div className="flex flex-col gap-y-2">
                <Label htmlFor={id} size="small" weight="plus">
                  {label ?? (optional ? t("common.reasonOptional") : t("common.reason"))}
                </Label>
                <Textarea id={id} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
              </div>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("common.cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" disabled={!complete} isLoading={isPending}>
              {confirmLabel}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
