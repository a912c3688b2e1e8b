import { Container } from "@medusajs/ui"
import { useProgramOptions } from "../../hooks/use-program-options"
import { useText } from "../../lib/use-text"
import { LoadingRows } from "../common/loading-rows"
import { PageLink } from "../common/page-link"
import { SectionHeader } from "../common/section-header"

/** For a page that shows one program and was opened without one. */
export const ChooseProgram = ({ to }: { to: string }) => {
  const t = useText()
  const programs = useProgramOptions()
  if (programs.length === 0) return <LoadingRows count={4} />
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("period.chooseProgram")} level="h1" />
      {programs.map(({ value, label }) => (
        <div key={value} className="txt-compact-small px-6 py-4">
          <PageLink to={`${to}?program_id=${value}`}>{label}</PageLink>
        </div>
      ))}
    </Container>
  )
}
