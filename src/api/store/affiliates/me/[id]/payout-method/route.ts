// Same handlers as the admin route; `ownAffiliate` has checked ownership.
export { GET, POST } from "../../../../../admin/affiliates/[id]/payout-method/route"
