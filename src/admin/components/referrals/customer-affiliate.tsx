import { Container } from "@medusajs/ui"
import { useCustomerReferrer } from "../../hooks/api/customer-referrer"
import { missingPolicies } from "../../lib/missing-policies"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { LoadingRows } from "../common/loading-rows"
import { CustomerEnrolments } from "./customer-enrolments"
import { CustomerReferrals } from "./customer-referrals"
import { ReferrerHeader } from "./referrer-header"

/** On a customer's page: who referred the customer, and whether they are an affiliate themselves. */
export const CustomerAffiliate = ({ customerId }: { customerId: string }) => {
  const t = useText()
  const { data, error } = useCustomerReferrer(customerId)
  if (missingPolicies(error) !== undefined) return null
  return (
    <Container className="divide-y p-0">
      <ReferrerHeader customerId={customerId} referrals={data?.referrals} title={t("referral.referredBy")} />
      {error && <LoadError error={error} />}
      {!data && !error && <LoadingRows count={2} />}
      {data && <CustomerReferrals referrals={data.referrals} />}
      {data && data.affiliates.length > 0 && <CustomerEnrolments affiliates={data.affiliates} />}
    </Container>
  )
}
