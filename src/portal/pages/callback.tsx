import { useEffect, useState } from "react"

import { Loading } from "../components/loaded"
import { useTexts } from "../i18n/use-texts"
import { cleanAddress, cleanToHome, goTo } from "../lib/address"
import { finishCallback, type Login } from "../lib/auth"
import { sessionToken } from "../lib/session"
import { CodeForm } from "./sign-in/code-form"

/** Where a provider sends people back to. In the window that an embedded portal has opened, the session goes back to it. */
export function Callback({ provider }: { provider: string }) {
  const { t } = useTexts()
  const [login, setLogin] = useState<Login | "failed" | null>(null)

  useEffect(() => {
    const { search } = window.location
    if (!search) return
    // The code works once: it must not be sent again by a reload, nor stay in the history.
    cleanAddress()
    finishCallback(provider, search).then(setLogin, () => setLogin("failed"))
  }, [provider])

  useEffect(() => {
    if (login !== "done") return
    const opener = window.opener as Window | null
    if (opener && opener !== window) {
      opener.postMessage({ affiliatePortalToken: sessionToken() }, window.location.origin)
      window.close()
    }
    cleanToHome()
  }, [login])

  if (login === null || login === "done") return <Loading />
  return (
    <section className="card sign-in stack">
      {typeof login === "object" && <CodeForm login={login} />}
      {login === "verify" && <p>{t.signIn.verify}</p>}
      {login === "failed" && (
        <p className="error" role="alert">
          {t.signIn.providerFailed}
        </p>
      )}
      {typeof login === "string" && (
        <div>
          <button className="button" type="button" onClick={() => goTo("")}>
            {t.signIn.back}
          </button>
        </div>
      )}
    </section>
  )
}
