import { useParams } from "react-router-dom"
import { MissingDetails } from "../../../../../../components/payouts/missing-details"

const PayRunDetailsPage = () => {
  const { id = "" } = useParams()
  return <MissingDetails back={`/affiliates/payouts/runs/${id}`} />
}

export default PayRunDetailsPage
