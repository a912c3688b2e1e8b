import { useProgram } from "../../../hooks/api/programs"
import { useRules } from "../../../hooks/api/rules"
import { useText } from "../../../lib/use-text"
import { LoadError } from "../../common/load-error"
import { RuleForm } from "./rule-form"

interface LoadedRuleFormProps {
  programId: string
  /** Left out for a new rule. */
  ruleId?: string
}

/** The form once the program and its rules are there. */
export const LoadedRuleForm = ({ programId, ruleId }: LoadedRuleFormProps) => {
  const t = useText()
  const program = useProgram(programId)
  const rules = useRules(programId)
  const error = program.error ?? rules.error
  if (error) throw error
  if (!program.data || !rules.data) return null
  const rule = rules.data.commission_rules.find(({ id }) => id === ruleId)
  if (ruleId !== undefined && !rule) return <LoadError error={new Error(t("rule.gone"))} />
  return <RuleForm program={program.data.affiliate_program} rules={rules.data.commission_rules} rule={rule} />
}
