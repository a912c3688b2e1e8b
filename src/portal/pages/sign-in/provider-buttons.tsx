import { useEffect, useState } from "react"

import { useTexts } from "../../i18n/use-texts"
import { providerAddress } from "../../lib/auth"
import { setSession } from "../../lib/session"

export interface Provider {
  id: string
  display_name?: string
  flow: "credentials" | "redirect"
}

const isEmbedded = window.parent !== window

/** Logging in elsewhere. Such pages refuse to be framed, so an embedded portal opens a window for it, which hands the session back. */
export function ProviderButtons({ providers, hasPasswords }: { providers: Provider[]; hasPasswords: boolean }) {
  const { t } = useTexts()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const receive = (event: MessageEvent<unknown>) => {
      if (event.origin !== window.location.origin) return
      const { affiliatePortalToken: token } = (event.data ?? {}) as { affiliatePortalToken?: unknown }
      if (typeof token === "string") setSession(token)
    }
    window.addEventListener("message", receive)
    return () => window.removeEventListener("message", receive)
  }, [])

  async function leaveFor(id: string) {
    setFailed(false)
    // Browsers allow a new window only during the click itself.
    const target = isEmbedded ? window.open("", "affiliate-portal-login", "width=480,height=640") : window
    try {
      const address = await providerAddress(id)
      ;(target ?? window).location.href = address
    } catch {
      if (target !== window) target?.close()
      setFailed(true)
    }
  }

  return (
    <div className="stack-s">
      {hasPasswords && <p className="or soft">{t.signIn.or}</p>}
      {providers.map(({ id, display_name }) => (
        <button key={id} className="button quiet wide" type="button" onClick={() => void leaveFor(id)}>
          {t.signIn.continueWith(display_name ?? id)}
        </button>
      ))}
      <p className="error" role="alert">
        {failed ? t.signIn.providerFailed : ""}
      </p>
    </div>
  )
}
