import { clx } from "@medusajs/ui"

/** Styles for headings, lists and links, because the dashboard resets the browser's own. */
const LOOK = clx(
  "txt-small text-ui-fg-base flex flex-col gap-y-3 break-words",
  "[&_h1]:font-sans [&_h1]:text-lg [&_h1]:font-medium [&_h2]:font-sans [&_h2]:text-base [&_h2]:font-medium [&_h3]:font-medium",
  "[&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-5 [&_a]:text-ui-tag-blue-text [&_a]:underline",
  "[&_blockquote]:border-ui-border-strong [&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_table]:w-full [&_td]:py-1 [&_th]:text-left"
)

/** An agreement's text as a page. */
export const AgreementText = ({ html }: { html: string }) => (
  // Safe: the API renders the Markdown with HTML switched off in markdown-it, so tags in the text arrive as text.
  <div className={LOOK} dangerouslySetInnerHTML={{ __html: html }} />
)
