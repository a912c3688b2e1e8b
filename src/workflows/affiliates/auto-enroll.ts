import type { MedusaContainer } from "@medusajs/framework/types"

import { enrollAffiliatesWorkflow } from "./workflows/enroll-affiliates"
import { affiliateModule } from "../utils/affiliate-module"

const PAGE = 1000

/**
 * Enrolls customers in the programs with `auto_enroll`: one customer at registration, and once an hour all who are missing, which also
 * finds customers who were added to an eligible group later.
 */
export async function autoEnroll(container: MedusaContainer, customerIds?: string[]): Promise<void> {
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
        input: { program_id, customer_ids: page, origin: "program", skip_refused: true },
      })
    } while (page.length === PAGE)
  }
}
