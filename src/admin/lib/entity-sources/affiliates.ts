import type { AdminAffiliate, AdminAffiliateListResponse } from "../../../types"
import { fetchAffiliates } from "../../hooks/api/affiliates"
import type { EntitySource } from "../../hooks/use-entity-options"
import { customerName } from "../customer-name"

const toOption = ({ id, code, customer, program }: AdminAffiliate) => ({
  value: id,
  label: [code, customerName(customer), program.name].filter(Boolean).join(", "),
})

/** All affiliates by name, whatever their status. */
export const everyAffiliateSource: EntitySource<AdminAffiliateListResponse> = {
  key: ["affiliates", "source"],
  fetch: fetchAffiliates,
  toOptions: ({ affiliates }) => affiliates.map(({ id, code, customer }) => ({ value: id, label: `${customerName(customer)} (${code})` })),
}

/** The affiliates of one program by name, whatever their status. */
export const programAffiliateSource = (programId: string): EntitySource<AdminAffiliateListResponse> => ({
  ...everyAffiliateSource,
  key: [...everyAffiliateSource.key, "program", programId],
  fetch: (query) => fetchAffiliates({ ...query, program_id: programId }),
})

/** Active affiliates by code, name and program. Leaves out those of one customer, because nobody can refer themselves. */
export const affiliateSource = (exceptCustomerId: string): EntitySource<AdminAffiliateListResponse> => ({
  key: ["affiliates", "source", exceptCustomerId],
  fetch: (query) => fetchAffiliates({ ...query, status: "active" }),
  toOptions: ({ affiliates }) => affiliates.filter(({ customer_id }) => customer_id !== exceptCustomerId).map(toOption),
})
