import { MissingDetails } from "../../../../components/payouts/missing-details"

const PayoutDetailsPage = () => <MissingDetails back="/affiliates/payouts/create" />

export default PayoutDetailsPage
