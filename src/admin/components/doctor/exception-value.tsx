import type { AdminAffiliateInvariantException } from "../../../types"
import { PageLink } from "../common/page-link"

/** The dashboard's pages, for the ids that have one. */
const PAGES: Record<string, (exception: AdminAffiliateInvariantException) => string> = {
  order_id: ({ order_id }) => `/orders/${order_id}`,
  affiliate_id: ({ affiliate_id }) => `/affiliates/${affiliate_id}`,
  program_id: ({ program_id }) => `/affiliates/programs/${program_id}`,
  period: ({ period, program_id }) => `/affiliates/periods/${period}?program_id=${program_id}`,
}

/** One value of an exception. An id links to its page. */
export const ExceptionValue = ({ exception, column }: { exception: AdminAffiliateInvariantException; column: string }) => {
  const value = exception[column]
  const page = PAGES[column]
  if (value === undefined) return null
  if (column === "expected" || column === "found") return <span>{value}</span>
  return <span className="whitespace-nowrap">{page ? <PageLink to={page(exception)}>{value}</PageLink> : value}</span>
}
