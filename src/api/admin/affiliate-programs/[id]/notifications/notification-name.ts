import type { MedusaRequest } from "@medusajs/framework/http"

import { InvalidInput } from "../../../../../domain/errors"
import { NOTIFICATIONS, type NotificationName } from "../../../../../domain/notifications/notification-settings"
import { toMedusaError } from "../../../../../workflows/utils/to-medusa-error"

/** The notification that a route names. @throws MedusaError INVALID_DATA */
export function notificationName(req: MedusaRequest): NotificationName {
  const name = NOTIFICATIONS.find((known) => known === req.params.name)
  if (!name) throw toMedusaError(new InvalidInput("name", `must be one of ${NOTIFICATIONS.join(", ")}`))
  return name
}
