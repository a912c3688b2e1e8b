import { CheckCircleSolid, CircleDottedLine } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import { useSetup } from "../../../hooks/api/statistics"
import { useAllPrograms } from "../../../hooks/use-all-programs"
import { useText } from "../../../lib/use-text"
import { PageLink } from "../../common/page-link"
import { SectionHeader } from "../../common/section-header"
import { StorefrontSnippet } from "./storefront-snippet"

/** The steps to the first commission. They tick themselves, and with the first commission the list is gone. */
export function SetupChecklist() {
  const t = useText()
  const setup = useSetup().data?.affiliate_setup
  const { programs } = useAllPrograms()
  if (!setup || setup.has_commission) return null

  const program = programs?.[0]
  const ofProgram = (page: string) => (program ? `/affiliates/programs/${program.id}${page}` : "/affiliates/programs/create")
  const steps = [
    { key: "program", done: setup.has_program, to: ofProgram("") },
    { key: "agreement", done: setup.has_agreement, to: ofProgram("/agreement") },
    { key: "issuer", done: setup.has_issuer, to: ofProgram("/statements") },
    { key: "storefront", done: setup.has_click, to: undefined },
    { key: "affiliate", done: setup.has_affiliate, to: "/affiliates/list/create" },
  ] as const
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("overview.setup.title")} subtitle={t("overview.setup.subtitle")} />
      <ol className="divide-y">
        {steps.map(({ key, done, to }) => (
          <li key={key} className="flex items-start gap-x-3 px-6 py-3">
            {done ? (
              <CheckCircleSolid role="img" className="text-ui-tag-green-icon mt-0.5 shrink-0" aria-label={t("overview.setup.done")} />
            ) : (
              <CircleDottedLine role="img" className="text-ui-fg-muted mt-0.5 shrink-0" aria-label={t("overview.setup.open")} />
            )}
            <div className="min-w-0 flex-1">
              <Text size="small" weight="plus">
                {to && !done ? <PageLink to={to}>{t(`overview.setup.${key}.title`)}</PageLink> : t(`overview.setup.${key}.title`)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`overview.setup.${key}.hint`)}
              </Text>
              {key === "storefront" && !done && <StorefrontSnippet program={program} />}
            </div>
          </li>
        ))}
      </ol>
    </Container>
  )
}
