import { useAffiliate } from "../../hooks/api/affiliates"

export const AffiliateBreadcrumb = ({ id = "" }: { id?: string }) => {
  const { data } = useAffiliate(id)
  return <span>{data?.affiliate.code ?? "…"}</span>
}
