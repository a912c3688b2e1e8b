import type { AdminAffiliateListResponse, AffiliateStatementListResponse } from "../../src/types"
import { preflightFaults } from "../helpers/preflight"
import type { Demo } from "./demo"
import { adminFiles, type Client } from "./http"

/** What the demo prints. */
export function tellDocumentsStory(stage: () => { demo: Demo; admin: Client }): void {
  const isPreflightHere = process.env.PREFLIGHT_CLASSPATH !== undefined

  ;(isPreflightHere ? it : it.skip)("every statement of the closed months is a PDF/A", async () => {
    const { demo, admin } = stage()
    const { affiliates } = await admin<AdminAffiliateListResponse>("/admin/affiliates?limit=100")
    const paths: string[] = []
    for (const { id } of affiliates) {
      const { statements } = await admin<AffiliateStatementListResponse>(`/admin/affiliates/${id}/statements?status=closed&limit=100`)
      for (const period of new Set(statements.map((statement) => statement.period)))
        paths.push(`/admin/affiliates/${id}/statements/${period}.pdf`)
    }
    expect(paths.length).toBeGreaterThan(10)
    expect(preflightFaults(await adminFiles(demo, paths))).toEqual([])
  })
}
