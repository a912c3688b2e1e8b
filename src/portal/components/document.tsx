/** HTML that the backend made of Markdown: it lets no tags, scripts or images of the text through. */
export const Document = ({ html, label }: { html: string; label: string }) => (
  // A text of many pages scrolls within itself, which the keyboard has to reach.
  <div className="document" tabIndex={0} role="region" aria-label={label} dangerouslySetInnerHTML={{ __html: html }} />
)
