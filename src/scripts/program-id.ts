import type { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import type AffiliateModuleService from "../modules/affiliate/service"

/** The program named by id or handle. */
export async function programId(container: MedusaContainer, idOrHandle: string): Promise<string> {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const [program] = await affiliate.listPrograms({ $or: [{ id: idOrHandle }, { handle: idOrHandle }] }, { select: ["id"] })
  if (!program) throw new Error(`--program: there is no program ${idOrHandle.slice(0, 64)}`)
  return program.id
}
