import { type TextKey, useText } from "../../lib/use-text"

/** A fixed breadcrumb in the dashboard's language. */
export const Breadcrumb = ({ text }: { text: TextKey }) => {
  const t = useText()
  return <span>{t(text)}</span>
}
