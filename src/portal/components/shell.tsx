import type { ReactNode } from "react"

import type { AffiliatePortalConfig, AffiliatePublicProgram, StoreAffiliate } from "../../types"
import { LANGUAGES, type Language } from "../i18n/languages"
import { useTexts } from "../i18n/use-texts"
import { useBranding } from "../lib/use-branding"
import { setSession, useSession } from "../lib/session"

interface ShellProps {
  config: AffiliatePortalConfig
  affiliates?: StoreAffiliate[]
  chosen?: StoreAffiliate
  /** Whose logo and colors the page has; absent where it is no program's. */
  program?: AffiliatePublicProgram | null
  onChoose?: (affiliateId: string) => void
  children: ReactNode
}

/** What stands around every page: whose program it is, the switch between several, language, and the way out. */
export function Shell({ config, affiliates = [], chosen, program = config.program, onChoose, children }: ShellProps) {
  const { t, language, setLanguage } = useTexts()
  const isLoggedIn = useSession() !== null
  useBranding(program)
  const name = chosen?.program.name ?? config.program?.name ?? (config.store_name ? t.titleOf(config.store_name) : t.title)
  return (
    <>
      <a className="skip" href="#main" onClick={skipToMain}>
        {t.skip}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <div className="bar-brand">
            {program?.logo_url && <img className="logo" src={program.logo_url} alt="" />}
            {affiliates.length > 1 && chosen ? (
              <select className="brand" aria-label={t.program} value={chosen.id} onChange={({ target }) => onChoose?.(target.value)}>
                {affiliates.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.program.name}
                  </option>
                ))}
              </select>
            ) : (
              <span className="brand">{name}</span>
            )}
          </div>
          <div className="bar-actions">
            <select aria-label={t.language} value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
              {Object.entries(LANGUAGES).map(([code, own]) => (
                <option key={code} value={code} lang={code}>
                  {own}
                </option>
              ))}
            </select>
            {isLoggedIn && (
              <button className="button quiet" type="button" onClick={() => setSession(null)}>
                {t.logOut}
              </button>
            )}
          </div>
        </div>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** Not by the address: what stands behind its `#` names the page. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById("main")?.focus()
}
