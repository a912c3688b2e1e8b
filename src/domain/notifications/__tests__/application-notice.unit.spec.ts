import { applicationNotice, type Applicant } from "../application-notice"

const anna = { email: "anna@example.com", first_name: "Anna", last_name: "Bell" }
const applicant = (customer: Applicant["customer"]): Applicant => ({
  id: "aff_1",
  code: "k3v9q2xw",
  customer,
  program: { name: "Friends" },
})

describe("the dashboard's bell", () => {
  it.each<[Applicant["customer"], string]>([
    [anna, "Anna Bell (anna@example.com)"],
    [{ ...anna, last_name: null }, "Anna (anna@example.com)"],
    [{ ...anna, first_name: "", last_name: "" }, "anna@example.com"],
    [null, "k3v9q2xw"],
  ])("names who applies: %j", (customer, who) => {
    expect(applicationNotice(applicant(customer)).data.description).toBe(`${who} wants to join Friends. See Affiliates, Applications.`)
  })

  it("rings once for an application", () => {
    expect(applicationNotice(applicant(anna))).toMatchObject({
      channel: "feed",
      template: "admin-ui",
      resource_id: "aff_1",
      idempotency_key: "medusa-plugin-affiliate:application:aff_1",
    })
  })
})
