import { Text } from "@medusajs/ui"

/** What a setting makes, while it is typed. */
export const Example = ({ label, value }: { label: string; value: string }) => (
  <Text size="xsmall" className="text-ui-fg-subtle" aria-live="polite">
    {label} <code className="text-ui-fg-base break-all font-mono">{value}</code>
  </Text>
)
