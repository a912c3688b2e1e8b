/** An affiliate who waits for approval. */
export interface Applicant {
  id: string
  customer: { email: string | null; first_name: string | null; last_name: string | null } | null
  code: string
  program: { name: string }
}

/** Tells the dashboard's users of an application, in the feed behind its bell. It shows what is stored, so the words are not translated. */
export function applicationNotice({ id, customer, code, program }: Applicant) {
  const name = [customer?.first_name, customer?.last_name].filter(Boolean).join(" ")
  const who = name && customer?.email ? `${name} (${customer.email})` : name || customer?.email || code
  return {
    to: "",
    channel: "feed",
    template: "admin-ui",
    data: { title: "New affiliate application", description: `${who} wants to join ${program.name}. See Affiliates, Applications.` },
    trigger_type: "affiliate_application",
    resource_id: id,
    resource_type: "affiliate",
    idempotency_key: `medusa-plugin-affiliate:application:${id}`,
  }
}
