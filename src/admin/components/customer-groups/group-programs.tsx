import { Container, Text } from "@medusajs/ui"
import { usePrograms } from "../../hooks/api/programs"
import { missingPolicies } from "../../lib/missing-policies"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { SectionHeader } from "../common/section-header"
import { GroupProgramRow } from "./group-program-row"

/** On a customer group's page: which programs its members may join, and in which they get no commission. */
export const GroupPrograms = ({ groupId }: { groupId: string }) => {
  const t = useText()
  const { data, error } = usePrograms({ limit: 200, order: "name" })
  if (missingPolicies(error) !== undefined) return null
  const programs = data?.affiliate_programs.filter(({ status }) => status !== "archived")
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("group.title")} subtitle={t("group.subtitle")} />
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows />}
      {programs?.map((program) => (
        <GroupProgramRow key={program.id} groupId={groupId} program={program} />
      ))}
      {programs?.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("group.noPrograms")}
        </Text>
      )}
    </Container>
  )
}
