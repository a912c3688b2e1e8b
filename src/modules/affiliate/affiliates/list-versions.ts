import { z } from "@medusajs/framework/zod"

import type { AffiliateStatus } from "../../../domain/affiliates/transitions"
import { rows, type Sql } from "../database/connection"
import { decimal, oneOf, statement, time } from "../database/row-check"

/** What held for an affiliate from a moment on, until the next version begins. */
export interface AffiliateVersion {
  valid_from: Date
  status: AffiliateStatus
  /** Their own rate in percent; null is the program's. */
  commission_percent: string | null
}

/** The first version holds for all time before it, and stands here with the moment the affiliate joined. */
const VERSIONS = statement<AffiliateVersion>(
  `
  SELECT CASE WHEN affiliate_version.valid_from = '-infinity' THEN affiliate.created_at ELSE affiliate_version.valid_from END AS valid_from,
         affiliate_version.status, affiliate_version.commission_percent::text
  FROM affiliate_history affiliate_version JOIN affiliate ON affiliate.id = affiliate_version.affiliate_id
  WHERE affiliate_version.affiliate_id = :id ORDER BY affiliate_version.valid_from DESC`,
  z.strictObject({ valid_from: time, status: oneOf("pending", "active", "suspended", "rejected"), commission_percent: decimal.nullable() })
)

/** Status and rate of an affiliate through time, the newest first. */
export const listVersions = (sql: Sql, id: string): Promise<AffiliateVersion[]> => rows(sql, VERSIONS, { id })
