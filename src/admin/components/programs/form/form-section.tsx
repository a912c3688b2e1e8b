import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../../lib/use-text"

export type FormSectionName =
  | "general"
  | "links"
  | "commission"
  | "tiers"
  | "members"
  | "attribution"
  | "schedule"
  | "payouts"
  | "appearance"

/** Settings that belong together, under a title and a sentence. */
export const FormSection = ({ name, children }: { name: FormSectionName; children: ReactNode }) => {
  const t = useText()
  return (
    <section className="flex flex-col gap-y-6">
      <div>
        <Heading level="h2">{t(`program.sections.${name}.title`)}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`program.sections.${name}.description`)}
        </Text>
      </div>
      <div className="grid grid-cols-1 items-start gap-x-4 gap-y-6 md:grid-cols-2">{children}</div>
    </section>
  )
}
