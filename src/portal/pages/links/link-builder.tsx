import { useState } from "react"

import type { StoreAffiliate } from "../../../types"
import { Card } from "../../components/card"
import { Copyable } from "../../components/copyable"
import { Field } from "../../components/field"
import { useTexts } from "../../i18n/use-texts"
import { buildLink, siteOf } from "../../lib/affiliate-link"

/** A page of the site becomes the affiliate's link to it, while it is typed. */
export function LinkBuilder({ affiliate }: { affiliate: Pick<StoreAffiliate, "link" | "code"> }) {
  const { t } = useTexts()
  const [page, setPage] = useState("")
  const [sub, setSub] = useState("")
  const site = new URL(siteOf(affiliate.link, affiliate.code))
  const siteName = site.host + site.pathname.replace(/\/$/, "")
  const built = page.trim() ? buildLink(affiliate, page, sub) : null
  const problem = built && "problem" in built ? built.problem : null

  return (
    <Card title={t.links.builder} intro={t.links.builderIntro(siteName)}>
      <Field
        label={t.links.page}
        name="page"
        value={page}
        onChange={setPage}
        error={problem === "off_site" ? t.links.offSite(siteName) : problem === "no_address" ? t.links.noUrl : null}
        input={{ inputMode: "url", autoComplete: "off", spellCheck: false, placeholder: `${site.origin}/…` }}
      />
      <Field
        label={t.links.sub}
        name="sub"
        value={sub}
        onChange={setSub}
        optional
        hint={t.links.subHint}
        error={problem === "bad_sub" ? t.links.badSub : null}
        input={{ autoComplete: "off", spellCheck: false, maxLength: 64 }}
      />
      {built && "link" in built && <Copyable text={built.link} label={t.links.built} />}
    </Card>
  )
}
