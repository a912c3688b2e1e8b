import { runWorkflow } from "../plugin"
import { plusDays, type Month } from "../time/calendar"
import type { Story } from "./story"

/** Who writes for a paper or makes films: they earn more. */
const PRESS = ["misaki@example.com", "jose@example.com"]

interface RulePlan {
  name: string
  public_name: string
  rate: object
  conditions: object
  starts_at?: string
  ends_at?: string
}

/**
 * Since the beginning of this month the merchant pays different rates. Coffee and ceramics, what most shoppers buy, still earn the program's rate.
 */
export function planRules(story: Story, { ends_at: begins_at }: Month): void {
  const { container, programs } = story
  story.plan(plusDays(begins_at, 0.1), async () => {
    const press = await createGroup(story, "Press", PRESS)
    await createGroup(story, "Tasting evenings", ["oleksandr@example.com"])
    for (const rule of rulesOf(story, press, begins_at)) {
      await runWorkflow(container, "affiliate-create-commission-rule", { program_id: programs.shop.id, rule })
    }
  })
}

async function createGroup(story: Story, name: string, emails: string[]): Promise<string> {
  const { container, admin_id } = story
  const { id } = await runWorkflow<{ id: string }>(container, "affiliate-create-group", { name, created_by: admin_id })
  const add = emails.map((email) => story.joined(email).id)
  await runWorkflow(container, "affiliate-change-group-members", { group_id: id, add, remove: [] })
  return id
}

/** The most specific first. */
function rulesOf({ shop, programs }: Story, press: string, begins_at: Date): RulePlan[] {
  const product = (handle: string) => ({ product_ids: shop.products.filter((own) => own.handle === handle).map(({ id }) => id) })
  const percent = (value: string) => ({ type: "percent", percent: value })
  return [
    { name: "Oak boards, clearance", public_name: "Sale items", rate: { type: "none" }, conditions: product("oak-board") },
    {
      name: "Kettle bonus",
      public_name: "Gooseneck kettles",
      rate: { type: "fixed", per: "unit", amounts: amounts("15.00", "16.00") },
      conditions: product("gooseneck-kettle"),
    },
    {
      name: "Grinder weeks",
      public_name: "Hand grinders, this season",
      rate: percent("14"),
      conditions: product("hand-grinder"),
      starts_at: begins_at.toISOString(),
      ends_at: plusDays(begins_at, 90).toISOString(),
    },
    { name: "Aprons", public_name: "Linen aprons", rate: percent("15"), conditions: product("linen-apron") },
    {
      name: "Cafés and offices",
      public_name: "Trade customers",
      rate: { type: "none" },
      conditions: { customer_group_ids: [programs.resellers_group_id] },
    },
    {
      name: "New customers from the press",
      public_name: "First order of a reader",
      rate: percent("15"),
      conditions: { affiliate_group_ids: [press], is_first_order: true },
    },
    { name: "Press", public_name: "Press rate", rate: percent("12"), conditions: { affiliate_group_ids: [press] } },
    {
      name: "Large orders",
      public_name: "Large orders",
      rate: percent("12"),
      conditions: { min_order_amounts: amounts("250.00", "270.00") },
    },
    { name: "United States", public_name: "Orders from the US", rate: percent("8"), conditions: { region_ids: [shop.region_ids.usd] } },
  ]
}

const amounts = (eur: string, usd: string) => [
  { currency_code: "eur", amount: eur },
  { currency_code: "usd", amount: usd },
]
