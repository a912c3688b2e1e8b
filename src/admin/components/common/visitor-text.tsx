import { Tooltip } from "@medusajs/ui"

/** A page's or referrer's address as a browser sent it: hostile, so never a link. Cut to one line, whole on hover. */
export const VisitorText = ({ text }: { text: string | null }) => {
  if (!text) return <span className="text-ui-fg-subtle">-</span>
  return (
    <Tooltip content={<span className="break-all">{text}</span>}>
      <span className="block max-w-[160px] truncate">{text.replace(/^https?:\/\/(www\.)?/, "")}</span>
    </Tooltip>
  )
}
