import type { AffiliateCreative, StoreAffiliate } from "../../../types"
import { Card } from "../../components/card"
import { Copyable } from "../../components/copyable"
import { useTexts } from "../../i18n/use-texts"
import { buildLink } from "../../lib/affiliate-link"
import { bannerHtml } from "../../lib/banner-html"

interface BannersProps {
  affiliate: Pick<StoreAffiliate, "link" | "code">
  creatives: AffiliateCreative[]
}

/** The banners that the shop offers, each as a picture and as HTML with the affiliate's link. */
export function Banners({ affiliate, creatives }: BannersProps) {
  const { t } = useTexts()
  const { links } = t
  const linkTo = (page: string | null): string => {
    const built = page === null ? null : buildLink(affiliate, page)
    return built && "link" in built ? built.link : affiliate.link
  }
  return (
    <Card title={links.banners} intro={links.bannersIntro}>
      {creatives.map((creative, index) => {
        const { name, image_url, page_url, width, height } = creative
        return (
          <div key={index} className="banner stack-s">
            <h3>{name}</h3>
            <img src={image_url} alt={name} width={width} height={height} loading="lazy" />
            <span className="soft">{links.bannerSize(width, height)}</span>
            <Copyable text={bannerHtml(creative, linkTo(page_url))} label={`${links.bannerHtml}: ${name}`} />
          </div>
        )
      })}
    </Card>
  )
}
