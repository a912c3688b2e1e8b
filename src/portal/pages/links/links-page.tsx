import { lazy, Suspense } from "react"

import type { StoreAffiliate, StoreAffiliateProgram } from "../../../types"
import { Card } from "../../components/card"
import { Copyable } from "../../components/copyable"
import { Loading } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { Banners } from "./banners"
import { LinkBuilder } from "./link-builder"

const QrCode = lazy(() => import("../../components/qr-code"))

interface LinksPageProps {
  affiliate: StoreAffiliate
  program: StoreAffiliateProgram | null
}

/** What an affiliate shares: link, QR code, links to certain pages, banners, promo code. */
export function LinksPage({ affiliate, program }: LinksPageProps) {
  const { t, percent } = useTexts()
  const { link, promo_code, code, status } = affiliate
  const discount = program?.customer_discount_percent
  return (
    <div className="stack">
      <div className="columns">
        <div className="stack">
          <Card title={t.links.link} intro={status === "active" ? t.links.linkIntro : t.links.inactive}>
            <Copyable text={link} label={t.links.link} />
            {status === "active" && discount && program.link_gives_discount && (
              <p className="soft">{t.links.linkDiscount(percent(discount))}</p>
            )}
          </Card>
          <LinkBuilder affiliate={affiliate} />
        </div>
        <div className="stack">
          <Card title={t.links.code} intro={promo_code === null ? t.links.noCode : t.links.codeIntro}>
            {promo_code !== null && <Copyable text={promo_code} label={t.links.code} />}
            {promo_code !== null && discount && <p className="soft">{t.links.codeDiscount(percent(discount))}</p>}
          </Card>
          <Card title={t.links.qr} intro={t.links.qrIntro}>
            <Suspense fallback={<Loading />}>
              <QrCode link={link} name={`qr-${code}`} />
            </Suspense>
          </Card>
        </div>
      </div>
      {program && program.creatives.length > 0 && <Banners affiliate={affiliate} creatives={program.creatives} />}
    </div>
  )
}
