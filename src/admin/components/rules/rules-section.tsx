import { Button, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminAffiliateProgram } from "../../../types"
import { useRules } from "../../hooks/api/rules"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { SectionHeader } from "../common/section-header"
import { RuleList } from "./rule-list"

/** The rules of a program, to be ordered, changed and added to. */
export const RulesSection = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { data, error } = useRules(program.id)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("rule.many")} subtitle={t("rule.description")} level="h1">
        <Button size="small" variant="secondary" asChild>
          <Link to="create">{t("rule.add")}</Link>
        </Button>
      </SectionHeader>
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows />}
      {data?.commission_rules.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("rule.none")}
        </Text>
      )}
      {data && <RuleList program={program} rules={data.commission_rules} warnings={data.warnings} />}
    </Container>
  )
}
