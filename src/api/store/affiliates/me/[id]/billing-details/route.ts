// Same handlers as the admin route; `ownAffiliate` has checked ownership.
export { GET, POST } from "../../../../../admin/affiliates/[id]/billing-details/route"
