import { mayBecome } from "../../../domain/affiliates/transitions"
import { rows, type Sql } from "../database/connection"
import { statement } from "../database/row-check"
import { newRate, newStatus, SETTINGS_ROW, type AffiliateChange, type AffiliateSettings } from "./update-affiliate"

export type AffiliatesChange = Omit<AffiliateChange, "id" | "customer_id"> & { ids: string[] }

export interface ChangedAffiliate {
  before: AffiliateSettings
  after: AffiliateSettings
}

/** What became of one of many. */
export type AffiliateChangeOutcome = ({ id: string } & ChangedAffiliate) | { id: string; refused: "not_found" | "status_not_possible" }

/** In id order, so that two admins who change the same affiliates do not lock each other out. */
const LOCKED = statement<AffiliateSettings>(
  `
  SELECT id, customer_id, program_id, status, status_reason, commission_percent::text FROM affiliate
  WHERE id = ANY(:ids) AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
  SETTINGS_ROW
)

/** Only where the settings are those that are given as `former`: what somebody else has written since stays. */
const WRITE = `
  UPDATE affiliate SET status = given.status, status_reason = given.status_reason, commission_percent = given.commission_percent,
         updated_at = now()
  FROM json_to_recordset(:settings::json) AS given(id text, status text, status_reason text, commission_percent numeric)
  JOIN json_to_recordset(:former::json) AS former(id text, status text, status_reason text, commission_percent numeric) USING (id)
  WHERE affiliate.id = given.id
    AND (affiliate.status, affiliate.status_reason, affiliate.commission_percent)
        IS NOT DISTINCT FROM (former.status, former.status_reason, former.commission_percent)`

/**
 * The same change of many affiliates, in two statements. Those whom it is not possible for stay as they are, and the outcome says why.
 *
 * @returns an outcome for each id, in their order.
 * @throws InvalidInput naming the field, when it is wrong for everybody.
 */
export async function updateAffiliates(sql: Sql, { ids, ...change }: AffiliatesChange): Promise<AffiliateChangeOutcome[]> {
  const locked = new Map((await rows(sql, LOCKED, { ids })).map((affiliate) => [affiliate.id, affiliate]))
  const outcomes = ids.map((id): AffiliateChangeOutcome => {
    const before = locked.get(id)
    if (!before) return { id, refused: "not_found" }
    if (change.status !== undefined && !mayBecome(before.status, change.status)) return { id, refused: "status_not_possible" }
    const settings = { ...change, id }
    return { id, before, after: { ...before, ...newStatus(before, settings), commission_percent: newRate(before, settings) } }
  })
  await write(
    sql,
    outcomes.flatMap((outcome) => ("after" in outcome ? [outcome] : []))
  )
  return outcomes
}

/** Undoes `updateAffiliates`. */
export const restoreAffiliates = (sql: Sql, changed: ChangedAffiliate[]): Promise<void> =>
  write(
    sql,
    changed.map(({ before, after }) => ({ before: after, after: before }))
  )

async function write(sql: Sql, changes: ChangedAffiliate[]): Promise<void> {
  if (changes.length === 0) return
  await rows(sql, WRITE, {
    settings: JSON.stringify(changes.map(({ after }) => after)),
    former: JSON.stringify(changes.map(({ before }) => before)),
  })
}
