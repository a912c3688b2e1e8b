import { PageLink } from "../common/page-link"

interface AffiliateLinkProps {
  id: string
  code: string
  /** Undefined until it is known. */
  name?: string
}

/** An affiliate's name and code as a link: "Anna Bell (k3v9q2xw)". Names may be of any length: a longer one is cut, and whole on hover. */
export const AffiliateLink = ({ id, code, name }: AffiliateLinkProps) => {
  const text = name ? `${name} (${code})` : code
  return (
    <span className="inline-block max-w-[220px] truncate align-bottom" title={text}>
      <PageLink to={`/affiliates/${id}`}>{text}</PageLink>
    </span>
  )
}
