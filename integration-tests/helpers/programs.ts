import type { Answer, Caller } from "./http"

/** A program made as the dashboard makes it. */
export async function postProgram(admin: Caller, overrides: Record<string, unknown> = {}): Promise<Answer["data"]> {
  const answer = await admin.post("/admin/affiliate-programs", {
    name: "Friends",
    site_url: "https://shop.example.com",
    commission_percent: 10,
    ...overrides,
  })
  expect(answer).toMatchObject({ status: 200 })
  return answer.data.affiliate_program
}

/** An affiliate enrolled by an admin. */
export async function postAffiliate(admin: Caller, program_id: string, customer_id: string): Promise<Answer["data"]> {
  const answer = await admin.post("/admin/affiliates", { program_id, customer_id })
  expect(answer).toMatchObject({ status: 200 })
  return answer.data.affiliate
}
