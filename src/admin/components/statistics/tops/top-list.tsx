import { Container, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../../lib/use-text"
import { SectionHeader } from "../../common/section-header"

interface TopListProps {
  title: string
  rows: { key: string; name: ReactNode; figures: ReactNode }[]
}

/** The best few of something: a name at the left, its figures at the right. */
export const TopList = ({ title, rows }: TopListProps) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={title} />
      {rows.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("overview.nothing")}
        </Text>
      )}
      <ol>
        {rows.map(({ key, name, figures }) => (
          <li key={key} className="flex items-baseline justify-between gap-x-4 px-6 py-3">
            <span className="txt-small min-w-0 break-words">{name}</span>
            <span className="txt-small shrink-0 text-right tabular-nums">{figures}</span>
          </li>
        ))}
      </ol>
    </Container>
  )
}
