import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionHeaderProps {
  title: string
  subtitle?: string
  level?: "h1" | "h2"
  children?: ReactNode
}

/** The top row of a section: its title at the left, badges and actions at the right, or below it where there is little room. */
export const SectionHeader = ({ title, subtitle, level = "h2", children }: SectionHeaderProps) => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
    <div className="min-w-0 grow basis-40">
      <Heading level={level} className="break-words">
        {title}
      </Heading>
      {subtitle && (
        <Text size="small" className="text-ui-fg-subtle">
          {subtitle}
        </Text>
      )}
    </div>
    {children && <div className="flex max-w-full flex-wrap items-center gap-2">{children}</div>}
  </div>
)
