import { useState } from "react"

import type { OwnAffiliateAgreement, OwnAffiliateAgreementResponse } from "../../../types"
import { Card } from "../../components/card"
import { Document } from "../../components/document"
import { Form } from "../../components/form"
import { Loaded } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { call } from "../../lib/api"
import { useData } from "../../lib/use-data"

/** The agreement that holds now, and whether the affiliate has accepted it. */
export function AgreementCard({ path, onChange }: { path: string; onChange: () => void }) {
  const { t } = useTexts()
  const own = useData<OwnAffiliateAgreementResponse>(path)
  const [said, setSaid] = useState("")
  const decided = (text: string) => {
    setSaid(text)
    own.reload()
    onChange()
  }
  return (
    <Card title={t.account.agreement}>
      <Loaded of={own}>
        {({ agreement }) =>
          agreement ? <Current agreement={agreement} path={path} onDecided={decided} /> : <p className="soft">{t.account.noAgreement}</p>
        }
      </Loaded>
      <p className="good" role="status">
        {said}
      </p>
    </Card>
  )
}

interface CurrentProps {
  agreement: OwnAffiliateAgreement
  path: string
  onDecided: (said: string) => void
}

function Current({ agreement, path, onDecided }: CurrentProps) {
  const { t, day } = useTexts()
  const { version, created_at, is_accepted, accepted_version, accepted_at, html } = agreement

  async function accept() {
    await call(path, { body: { version } })
    onDecided(t.account.acceptedNow)
    return undefined
  }
  async function withdraw() {
    await call(path, { method: "DELETE" })
    onDecided(t.account.withdrawn)
    return undefined
  }
  return (
    <>
      <p className="soft">{t.account.version(version, day(created_at))}</p>
      <Document html={html} label={t.account.version(version, day(created_at))} />
      {!is_accepted && <p className="warning">{t.account.notAccepted}</p>}
      {accepted_version !== null && accepted_at !== null && <p>{t.account.accepted(accepted_version, day(accepted_at))}</p>}
      <Form
        key={is_accepted ? "withdraw" : "accept"}
        className={is_accepted ? "quiet-form" : ""}
        onSubmit={is_accepted ? withdraw : accept}
        submit={is_accepted ? t.account.withdraw : t.account.accept}
      >
        {() => null}
      </Form>
    </>
  )
}
