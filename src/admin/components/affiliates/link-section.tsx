import { Container, Hint, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminAffiliate } from "../../../types"
import { useText } from "../../lib/use-text"
import { CopyValue } from "../common/copy-value"
import { SectionHeader } from "../common/section-header"
import { LinkBuilder } from "./link-builder"
import { QrCode } from "./qr-code"

/** The affiliate's link, also to any page and as a QR code, and promo codes. Codes made from earlier templates stay valid, so they are listed too. */
export const LinkSection = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  const [pageLink, setPageLink] = useState<string | null>(null)
  const { link, promo_code, promo_codes = [] } = affiliate
  const codes = [...new Set([promo_code, ...promo_codes.map(({ code }) => code)])].filter((code) => code !== null)

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.linkAndPromoCode")} />
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("affiliate.link")}
        </Text>
        <CopyValue value={link} label={t("affiliate.link")} />
      </div>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("affiliate.promoCode")}
        </Text>
        {codes.map((code) => (
          <CopyValue key={code} value={code} label={t("affiliate.promoCode")} />
        ))}
        {promo_codes.some(({ taken_by }) => taken_by) && <Hint variant="error">{t("affiliate.codeTaken")}</Hint>}
        {codes.length === 0 && <Text size="small">{t("program.noPromoCodes")}</Text>}
      </div>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <LinkBuilder affiliate={affiliate} onLink={setPageLink} />
        <QrCode link={pageLink ?? link} name={`affiliate-${affiliate.code}`} />
      </div>
    </Container>
  )
}
