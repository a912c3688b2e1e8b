import { Badge, Button, Drawer, Text, toast } from "@medusajs/ui"
import type { NotificationName } from "../../../domain/notifications/notification-settings"
import type { AdminAffiliateProgram } from "../../../types"
import { useNotificationPreview, useSendTestNotification } from "../../hooks/api/notifications"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { NoProviderTip } from "./no-provider-tip"

interface NotificationPreviewProps {
  program: AdminAffiliateProgram
  name: NotificationName
  onClose: () => void
}

/** An e-mail as it would be sent now, with what happened last in the program, to look at and to send to oneself. */
export const NotificationPreview = ({ program, name, onClose }: NotificationPreviewProps) => {
  const t = useText()
  const { data, error } = useNotificationPreview(program.id, name)
  const { mutateAsync, isPending } = useSendTestNotification(program.id, name)
  const send = () =>
    mutateAsync().then(
      ({ to }) => toast.success(t("notification.sentTo", { to })),
      (error: unknown) => toast.error(error instanceof Error ? error.message : String(error))
    )

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t(`notification.names.${name}.label`)}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t(`notification.names.${name}.hint`)}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          <NoProviderTip />
          {error && <LoadError error={error} />}
          {!data && !error && <LoadingRows />}
          {data?.notification.is_example && <Badge size="2xsmall">{t("notification.example")}</Badge>}
          {data?.notification.mail ? (
            <>
              <Text size="small" weight="plus">
                {data.notification.mail.subject}
              </Text>
              <iframe
                title={t("notification.preview")}
                srcDoc={data.notification.mail.html}
                sandbox=""
                className="border-ui-border-base h-[520px] w-full shrink-0 rounded-md border bg-white"
              />
            </>
          ) : (
            data && <Text size="small">{t("notification.ownTemplate", { template: data.notification.template })}</Text>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("common.close")}
            </Button>
          </Drawer.Close>
          <Button size="small" onClick={() => void send()} isLoading={isPending} disabled={!data?.email_provider}>
            {t("notification.sendToMe")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
