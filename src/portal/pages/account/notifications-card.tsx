import { useState } from "react"

import type { StoreAffiliateNotification, StoreAffiliateNotificationsResponse, StoreChangeAffiliateNotifications } from "../../../types"
import { Card } from "../../components/card"
import { Form } from "../../components/form"
import { Loaded } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { call } from "../../lib/api"
import { useData } from "../../lib/use-data"

/** Which e-mails come. Those that the program does not send are not offered. */
export function NotificationsCard({ path }: { path: string }) {
  const { t } = useTexts()
  const own = useData<StoreAffiliateNotificationsResponse>(path)
  if (own.data?.notifications.every(({ is_sent }) => !is_sent)) return null
  return (
    <Card title={t.account.notifications} intro={t.account.notificationsIntro}>
      <Loaded of={own}>
        {({ notifications }) => <ChoiceForm notifications={notifications.filter(({ is_sent }) => is_sent)} path={path} />}
      </Loaded>
    </Card>
  )
}

function ChoiceForm({ notifications, path }: { notifications: StoreAffiliateNotification[]; path: string }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<StoreChangeAffiliateNotifications>(() =>
    Object.fromEntries(notifications.map(({ name, is_enabled }) => [name, is_enabled]))
  )
  async function submit() {
    await call(path, { body: chosen })
    return t.saved
  }
  return (
    <Form onSubmit={submit} submit={t.save}>
      {() => (
        <fieldset>
          <legend className="visually-hidden">{t.account.notifications}</legend>
          {notifications.map(({ name }) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                name={name}
                checked={chosen[name] ?? false}
                onChange={({ target }) => setChosen((before) => ({ ...before, [name]: target.checked }))}
              />
              <span>{t.account.notificationNames[name] ?? name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Form>
  )
}
