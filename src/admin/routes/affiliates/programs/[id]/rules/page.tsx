import { LayoutComposer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { Breadcrumb } from "../../../../../components/common/breadcrumb"
import { LoadingRows } from "../../../../../components/common/loading-rows"
import { PageError } from "../../../../../components/common/page-error"
import { RulesSection } from "../../../../../components/rules/rules-section"
import { TryRule } from "../../../../../components/rules/try/try-rule"
import { useRules } from "../../../../../hooks/api/rules"
import { useProgram } from "../../../../../hooks/api/programs"

const RulesPage = () => {
  const { id = "" } = useParams()
  const { data, error } = useProgram(id)
  const rules = useRules(id)
  if (error) return <PageError error={error} />
  // The modals of this page find the rules loaded, so that they have their title at once.
  if (!data || rules.isPending) return <LoadingRows count={8} />

  const program = data.affiliate_program
  return (
    <LayoutComposer
      widgetsZonePrefix="affiliate_commission_rule.list"
      preferredLayoutId="core:single-column"
      data={program}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="AffiliateCommissionRules">
              <RulesSection program={program} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="AffiliateCommissionRuleTry">
              <TryRule program={program} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = { breadcrumb: () => <Breadcrumb text="rule.many" /> }

export default RulesPage
