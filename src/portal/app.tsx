import { useEffect, useMemo, useState } from "react"

import type { AffiliatePortalConfig, AffiliatePortalConfigResponse } from "../types"
import { Failed, Loading } from "./components/loaded"
import { Shell } from "./components/shell"
import { chooseLanguage, type Language } from "./i18n/languages"
import { SpeechContext, speechIn, useTexts } from "./i18n/use-texts"
import { useAddress } from "./lib/address"
import { takePublishableKey } from "./lib/api"
import { useSession } from "./lib/session"
import { deviceStorage } from "./lib/storage"
import { useData } from "./lib/use-data"
import { Callback } from "./pages/callback"
import { CustomerHome } from "./pages/customer-home"
import { JoinPage } from "./pages/join/join-page"
import { ResetPassword } from "./pages/reset-password"
import { SignIn } from "./pages/sign-in"

const LANGUAGE = "affiliate-portal.language"

/** The page that embeds the portal may ask for its own language; what the visitor chose wins, and then the browser's. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get("lang")
  const wanted = [deviceStorage.read(LANGUAGE), asked, ...navigator.languages]
  return chooseLanguage(wanted.filter((tag) => tag !== null))
}

export function App() {
  const [language, setLanguage] = useState(firstLanguage)
  const speech = useMemo(() => {
    const choose = (chosen: Language) => {
      deviceStorage.write(LANGUAGE, chosen)
      setLanguage(chosen)
    }
    return speechIn(language, Intl.DateTimeFormat().resolvedOptions().timeZone, choose)
  }, [language])
  useEffect(() => {
    document.documentElement.lang = language
    document.title = speech.t.title
  }, [language, speech])
  return (
    <SpeechContext.Provider value={speech}>
      <Portal />
    </SpeechContext.Provider>
  )
}

function Portal() {
  const address = useAddress()
  const handle = address.page === "join" ? address.handle : null
  const path = `/affiliate/portal/config${handle === null ? "" : `?program=${encodeURIComponent(handle)}`}`
  const config = useData<AffiliatePortalConfigResponse>(path)
  if (config.error !== null) return <main className="page">{<Failed error={config.error} retry={config.reload} />}</main>
  if (!config.data) return <main className="page">{<Loading />}</main>
  return <Configured config={config.data.config} />
}

function Configured({ config }: { config: AffiliatePortalConfig }) {
  const { t } = useTexts()
  const address = useAddress()
  const isLoggedIn = useSession() !== null
  takePublishableKey(config.publishable_key ?? "")

  if (address.page === "callback") return <Shell config={config}>{<Callback provider={address.provider} />}</Shell>
  if (address.page === "reset-password") return <Shell config={config}>{<ResetPassword />}</Shell>
  if (config.publishable_key === null) return <Shell config={config}>{<p className="error">{t.errors.noKey}</p>}</Shell>
  if (isLoggedIn) return <CustomerHome config={config} address={address} />
  return (
    <Shell config={config}>
      {address.page === "join" ? (
        <JoinPage shown={config.program} onJoined={() => undefined} />
      ) : (
        <div className="stack">
          <h1>{config.store_name ? t.titleOf(config.store_name) : t.title}</h1>
          <SignIn />
        </div>
      )}
    </Shell>
  )
}
