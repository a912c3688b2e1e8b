// As for the merchant: that it is his own affiliate is seen to by the middlewares.
export { GET, POST } from "../../../../../admin/affiliates/[id]/billing-details/route"
