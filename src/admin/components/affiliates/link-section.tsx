import { Container, Hint, Text } from "@medusajs/ui"
import type { AdminAffiliate } from "../../../types"
import { useText } from "../../lib/use-text"
import { CopyValue } from "../common/copy-value"
import { SectionHeader } from "../common/section-header"

/** The affiliate's link and promo codes. Codes made from earlier templates stay valid, so they are listed too. */
export const LinkSection = ({ affiliate }: { affiliate: AdminAffiliate }) => {
  const t = useText()
  const { link, promo_code, promo_codes = [] } = affiliate
  const codes = [...new Set([promo_code, ...promo_codes.map(({ code }) => code)])].filter((code) => code !== null)

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.linkAndPromoCode")} />
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("affiliate.link")}
        </Text>
        {link ? <CopyValue value={link} label={t("affiliate.link")} /> : <Text size="small">-</Text>}
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
    </Container>
  )
}
