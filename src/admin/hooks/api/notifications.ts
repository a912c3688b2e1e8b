import { useMutation, useQuery } from "@tanstack/react-query"
import type {
  AdminAffiliateEmailProviderResponse,
  AdminAffiliateNotificationResponse,
  AdminSendAffiliateNotificationResponse,
} from "../../../types"
import type { NotificationName } from "../../../domain/notifications/notification-settings"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const notificationKeys = queryKeys("affiliate_notifications")
const path = (programId: string, name: NotificationName) => `/admin/affiliate-programs/${programId}/notifications/${name}`

/** Who sends the store's e-mails. */
export function useEmailProvider() {
  return useQuery({
    queryKey: notificationKeys.all,
    queryFn: () => sdk.client.fetch<AdminAffiliateEmailProviderResponse>("/admin/affiliate-notification-provider"),
  })
}

/** Always fetched anew: it shows what happened last. */
export function useNotificationPreview(programId: string, name: NotificationName) {
  return useQuery({
    queryKey: notificationKeys.detail(programId, { name }),
    queryFn: () => sdk.client.fetch<AdminAffiliateNotificationResponse>(path(programId, name)),
    staleTime: 0,
  })
}

export function useSendTestNotification(programId: string, name: NotificationName) {
  return useMutation({
    mutationFn: () => sdk.client.fetch<AdminSendAffiliateNotificationResponse>(`${path(programId, name)}/send`, { method: "POST" }),
  })
}
