export interface NamedCustomer {
  email: string | null
  first_name?: string | null
  last_name?: string | null
}

/** "Anna Bell", or the e-mail where the customer has no name. */
export const customerName = (customer: NamedCustomer | null | undefined): string =>
  [customer?.first_name, customer?.last_name].filter(Boolean).join(" ") || customer?.email || "-"
