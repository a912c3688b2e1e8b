import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionHeaderProps {
  title: string
  subtitle?: string
  level?: "h1" | "h2"
  children?: ReactNode
}

/** The top row of a section: its title at the left, badges and actions at the right. */
export const SectionHeader = ({ title, subtitle, level = "h2", children }: SectionHeaderProps) => (
  <div className="flex items-center justify-between gap-x-4 px-6 py-4">
    <div className="min-w-0">
      <Heading level={level} className="break-words">
        {title}
      </Heading>
      {subtitle && (
        <Text size="small" className="text-ui-fg-subtle">
          {subtitle}
        </Text>
      )}
    </div>
    {children && <div className="flex shrink-0 items-center gap-x-2">{children}</div>}
  </div>
)
