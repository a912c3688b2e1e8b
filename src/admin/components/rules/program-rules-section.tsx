import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Container } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminAffiliateProgram } from "../../../types"
import { useRules } from "../../hooks/api/rules"
import { useRuleText } from "../../hooks/use-rule-text"
import { formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { PageLink } from "../common/page-link"
import { SectionHeader } from "../common/section-header"

const SHOWN = 5

/** On the program's page: the first rules with their rates, and the way to all of them. */
export const ProgramRulesSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const text = useRuleText()
  const { data, error } = useRules(program.id)
  const rules = data?.commission_rules ?? []
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("rule.many")} subtitle={t("rule.short")}>
        <Button size="small" variant="secondary" asChild>
          <Link to="rules">{t("rule.manage")}</Link>
        </Button>
      </SectionHeader>
      {error && <LoadError error={error} />}
      {rules.slice(0, SHOWN).map(({ id, name, rate }) => (
        <SectionRow key={id} title={name} value={text.rate(rate)} />
      ))}
      {rules.length > SHOWN && (
        <div className="txt-small px-6 py-4">
          <PageLink to="rules">{t("rule.more", { count: rules.length - SHOWN })}</PageLink>
        </div>
      )}
      <SectionRow title={t("rule.programRate")} value={formatPercent(program.commission_percent)} />
    </Container>
  )
}
