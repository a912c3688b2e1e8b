import { PageLink } from "../common/page-link"

interface AffiliateLinkProps {
  id: string
  code: string
  /** Undefined until it is known. */
  name?: string
}

/** An affiliate's name and code as a link: "Anna Bell (k3v9q2xw)". */
export const AffiliateLink = ({ id, code, name }: AffiliateLinkProps) => (
  <PageLink to={`/affiliates/${id}`}>{name ? `${name} (${code})` : code}</PageLink>
)
