import { zodResolver } from "@hookform/resolvers/zod"
import { Button, Drawer, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { AdminAffiliatePeriod } from "../../../../types"
import { useReplayPeriod } from "../../../hooks/api/periods"
import { useFormSubmit } from "../../../hooks/use-form-submit"
import { formatPeriod } from "../../../lib/format"
import { useText } from "../../../lib/use-text"
import { ReplayFields } from "./replay-fields"
import { ReplayResult } from "./replay-result"
import { NOTHING_CHANGED, replaySchema, type ReplayValues, toReplayPayload } from "./values"

const NAMES = ["commission_percent", "forbidden_customer_group_ids"] as const

interface ReplayDrawerProps {
  period: AdminAffiliatePeriod
  onClose: () => void
}

/** Calculates what the month would have paid under other settings, without changing anything. Render it only while it is open. */
export const ReplayDrawer = ({ period, onClose }: ReplayDrawerProps) => {
  const t = useText()
  const { mutateAsync, data } = useReplayPeriod(period)
  const resolver = useMemo(() => zodResolver(replaySchema(t)), [t])
  const form = useForm<ReplayValues>({ defaultValues: NOTHING_CHANGED, resolver })
  const submit = useFormSubmit(form, NAMES, async (values) => {
    await mutateAsync(toReplayPayload(values))
  })

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("period.replay.title", { month: formatPeriod(period.period) })}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t("period.replay.description")}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <FormProvider {...form}>
          <form onSubmit={submit} className="flex flex-1 flex-col overflow-hidden">
            <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
              <ReplayFields />
              {data && <ReplayResult {...data.affiliate_replay} />}
            </Drawer.Body>
            <Drawer.Footer>
              <Drawer.Close asChild>
                <Button size="small" variant="secondary">
                  {t("period.replay.close")}
                </Button>
              </Drawer.Close>
              <Button size="small" type="submit" isLoading={form.formState.isSubmitting}>
                {t("period.replay.run")}
              </Button>
            </Drawer.Footer>
          </form>
        </FormProvider>
      </Drawer.Content>
    </Drawer>
  )
}
