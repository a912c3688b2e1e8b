import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import type { AdminAffiliateProgram } from "../../../types"
import { useText } from "../../lib/use-text"
import { SectionHeader } from "../common/section-header"

/** How the affiliates' portal looks, and the banners it offers. */
export const ProgramPortalSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { logo_url, accent_color, accent_color_dark, creatives } = program
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("portal.one")}>
        <ActionMenu groups={[{ actions: [{ label: t("portal.editCreatives"), icon: <PencilSquare />, to: "creatives" }] }]} />
      </SectionHeader>
      <SectionRow
        title={t("program.fields.logo_url.label")}
        value={logo_url ? <img src={logo_url} alt="" className="max-h-8 max-w-40 object-contain" /> : "-"}
      />
      <SectionRow title={t("program.fields.accent_color.label")} value={<Color color={accent_color} />} />
      <SectionRow title={t("program.fields.accent_color_dark.label")} value={<Color color={accent_color_dark} />} />
      {creatives.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("portal.noCreatives")}
        </Text>
      )}
      {creatives.map(({ name, image_url, page_url, width, height }, index) => (
        <div key={index} className="flex items-center gap-x-4 px-6 py-3">
          <img src={image_url} alt="" loading="lazy" className="bg-ui-bg-subtle h-12 w-20 shrink-0 rounded object-contain" />
          <div className="min-w-0">
            <Text size="small" weight="plus" className="break-words">
              {name}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle break-all">
              {t("portal.size", { width, height })} · {page_url ?? program.site_url}
            </Text>
          </div>
        </div>
      ))}
    </Container>
  )
}

const Color = ({ color }: { color: string | null }) =>
  color === null ? (
    "-"
  ) : (
    <span className="flex items-center gap-x-2">
      <span aria-hidden className="border-ui-border-base size-4 rounded border" style={{ backgroundColor: color }} />
      {color}
    </span>
  )
