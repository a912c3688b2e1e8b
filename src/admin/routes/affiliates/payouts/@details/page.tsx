import { useSearchParams } from "react-router-dom"
import { MissingDetails } from "../../../../components/payouts/missing-details"

const PayoutDetailsPage = () => {
  const [search] = useSearchParams()
  return <MissingDetails back={`/affiliates/payouts/create?program_id=${search.get("program_id") ?? ""}`} />
}

export default PayoutDetailsPage
