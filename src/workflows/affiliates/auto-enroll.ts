import type { MedusaContainer } from "@medusajs/framework/types"

import { enrollAffiliatesWorkflow } from "./workflows/enroll-affiliates"
import { affiliateModule } from "../utils/affiliate-module"

const PAGE = 1000

/**
 * Makes affiliates of the customers of programs that enroll by themselves: of one customer when he registers, of all that are missing once
 * an hour, which also finds those who came into an eligible group later.
 */
export async function autoEnroll(container: MedusaContainer, now: Date, customerIds?: string[]): Promise<void> {
  const affiliate = affiliateModule(container)
  for (const { id: program_id } of await affiliate.listPrograms({ auto_enroll: true, status: "active" }, { select: ["id"] })) {
    let page: string[] = []
    do {
      page = await affiliate.affiliates.listCustomersToEnroll({
        program_id,
        customer_ids: customerIds,
        after: page.at(-1) ?? "",
        limit: PAGE,
      })
      if (page.length === 0) break
      await enrollAffiliatesWorkflow(container).run({
        input: { program_id, customer_ids: page, origin: "program", skip_refused: true, now },
      })
    } while (page.length === PAGE)
  }
}
