import type { MedusaContainer } from "@medusajs/framework/types"

import { affiliateModule } from "../workflows/utils/affiliate-module"

/** The program named by id or handle. */
export async function programId(container: MedusaContainer, idOrHandle: string): Promise<string> {
  const affiliate = affiliateModule(container)
  const [program] = await affiliate.listPrograms({ $or: [{ id: idOrHandle }, { handle: idOrHandle }] }, { select: ["id"] })
  if (!program) throw new Error(`--program: there is no program ${idOrHandle.slice(0, 64)}`)
  return program.id
}
