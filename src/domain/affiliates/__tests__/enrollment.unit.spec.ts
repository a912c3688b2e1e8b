import { enrollmentRefusal, initialStatus, type EnrollmentOrigin, type EnrollmentTerms } from "../enrollment"

const NOW = new Date("2026-04-15T12:00:00.000Z")
const LATER = new Date("2026-04-15T12:00:00.001Z")
const terms = (overrides: Partial<EnrollmentTerms> = {}): EnrollmentTerms => ({
  status: "active",
  starts_at: null,
  ends_at: null,
  eligible_customer_group_ids: [],
  ...overrides,
})
const refusals = (program: EnrollmentTerms, groups: string[]) =>
  (["admin", "customer", "program"] as EnrollmentOrigin[]).map((origin) =>
    enrollmentRefusal(program, { customer_group_ids: groups }, origin, NOW)
  )

describe("enrollmentRefusal, by an admin, the customer, the program", () => {
  const [stopped, outside] = ["program_not_running", "not_eligible"] as const
  it.each<[string, Partial<EnrollmentTerms>, string[], (string | null)[]]>([
    ["a running program for everybody", {}, [], [null, null, null]],
    ["a paused program", { status: "paused" }, [], [stopped, stopped, stopped]],
    ["an archived program", { status: "archived" }, [], [stopped, stopped, stopped]],
    ["a program that begins later: an admin may prepare it", { starts_at: LATER }, [], [null, stopped, stopped]],
    ["a program that begins now", { starts_at: NOW }, [], [null, null, null]],
    ["a program that ends now", { ends_at: NOW }, [], [stopped, stopped, stopped]],
    ["a program that ends later", { ends_at: LATER }, [], [null, null, null]],
    ["outside its groups: an admin may let anybody in", { eligible_customer_group_ids: ["a"] }, ["b"], [null, outside, outside]],
    ["in one of its groups", { eligible_customer_group_ids: ["a", "b"] }, ["b"], [null, null, null]],
    ["neither running nor eligible", { status: "paused", eligible_customer_group_ids: ["a"] }, [], [stopped, stopped, stopped]],
  ])("%s", (_, overrides, groups, expected) => {
    expect(refusals(terms(overrides), groups)).toEqual(expected)
  })
})

it("a customer with the e-mail of an affiliate whose account was deleted is enrolled by an admin only", () => {
  const customer = { customer_group_ids: [], is_former_affiliate: true }
  const refused = (["admin", "customer", "program"] as const).map((origin) => enrollmentRefusal(terms(), customer, origin, NOW))
  expect(refused).toEqual([null, "former_affiliate", "former_affiliate"])
})

describe("initialStatus", () => {
  it.each<[string, boolean, EnrollmentOrigin, string]>([
    ["where nobody approves, a customer is active at once", false, "customer", "active"],
    ["where somebody approves, they wait", true, "customer", "pending"],
    ["so does whom the program enrolls", true, "program", "pending"],
    ["whom an admin enrolls is approved by that", true, "admin", "active"],
    ["an admin, where nobody approves", false, "admin", "active"],
  ])("%s", (_, requires_approval, origin, status) => {
    expect(initialStatus({ requires_approval }, origin)).toBe(status)
  })
})
