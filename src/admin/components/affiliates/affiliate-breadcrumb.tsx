import { useAffiliate } from "../../hooks/api/affiliates"
import { customerName } from "../../lib/customer-name"

export const AffiliateBreadcrumb = ({ id = "" }: { id?: string }) => {
  const affiliate = useAffiliate(id).data?.affiliate
  return <span>{affiliate ? (affiliate.customer ? customerName(affiliate.customer) : affiliate.code) : "…"}</span>
}
