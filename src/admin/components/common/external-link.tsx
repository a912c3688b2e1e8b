import { ArrowUpRightOnBox } from "@medusajs/icons"
import { safeUrl } from "../../lib/safe-url"

/** An http(s) address as a link, any other address as plain text. */
export const ExternalLink = ({ address }: { address: string }) => {
  const href = safeUrl(address)
  if (!href) return <span className="break-all">{address}</span>
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="text-ui-tag-blue-text hover:underline inline-flex items-center gap-x-1 break-all"
    >
      {address}
      <ArrowUpRightOnBox className="shrink-0" />
    </a>
  )
}
