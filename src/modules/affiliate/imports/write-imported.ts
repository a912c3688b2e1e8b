import { ConcurrentChange } from "../database/concurrent-change"
import { timeOf } from "../database/clock"
import { rows, write, type Sql } from "../database/connection"
import { posting } from "../ledger/posting"
import { keepKnownEmails } from "../store/known-emails"
import { resolveCustomers } from "./resolve"

interface WrittenImport {
  program_id: string
  /** Where the rows come from, in words and in the keys of the balances. */
  source: string
  created_by: string
}

const AFFILIATES = `
  INSERT INTO affiliate (id, program_id, customer_id, code, status, status_reason, commission_percent, billing_details, created_at)
  SELECT affiliate_id, :program_id, customer_id, code, status, status_reason, commission_percent, billing_details, coalesce(happened_at, :now)
  FROM import_row WHERE kind = 'affiliates' AND NOT is_there ORDER BY seq
  ON CONFLICT DO NOTHING`

const NOTES = `
  INSERT INTO affiliate_note (id, affiliate_id, text, created_by)
  SELECT affiliate_new_id('affnote'), affiliate_id, note, :created_by
  FROM import_row WHERE kind = 'affiliates' AND NOT is_there AND note IS NOT NULL ORDER BY seq`

/** An affiliate has one code of each template; that of an imported code is the code itself, which makes no other. */
const PROMO_CODES = `
  INSERT INTO affiliate_promo_code (id, code, template, affiliate_id)
  SELECT affiliate_new_id('affpromo'), code, code, affiliate_id FROM import_row WHERE kind = 'promo_codes' AND NOT is_there ORDER BY seq
  ON CONFLICT DO NOTHING`

/** Orders that were decided before stay as they are. */
const REFERRALS = `
  INSERT INTO affiliate_referral (id, program_id, affiliate_id, customer_id, email, source, reason, created_by, started_at)
  SELECT affiliate_new_id('affref'), :program_id, affiliate_id, customer_id, email, source, coalesce(note, 'Brought over from ' || :source),
         :created_by, coalesce(happened_at, :now)
  FROM import_row WHERE kind = 'referrals' AND NOT is_there ORDER BY seq
  ON CONFLICT DO NOTHING`

/** As for an adjustment by hand: payout runs and closes that number statements wait. In id order, to avoid deadlocks between them. */
const LOCK = `
  SELECT 1 FROM affiliate WHERE id IN (SELECT affiliate_id FROM import_row WHERE kind = 'balances' AND NOT is_there) ORDER BY id FOR NO KEY UPDATE`

const BALANCES = `
  WITH adjustment AS (
    INSERT INTO affiliate_adjustment (id, affiliate_id, program_id, amount, currency_code, reason, created_by, occurred_at, source_key)
    SELECT affiliate_new_id('affadj'), affiliate_id, :program_id, amount, currency_code,
           coalesce(note, 'Balance brought over from ' || :source), :created_by, :now, :source || ':' || affiliate_id || ':' || currency_code
    FROM import_row WHERE kind = 'balances' AND NOT is_there
    ON CONFLICT DO NOTHING RETURNING *
  )
  ${posting({
    from: "adjustment",
    source_type: "adjustment",
    affiliate: 1,
    counter: "program_expense",
    available_at: "occurred_at",
    occurred_at: "occurred_at",
  })}`

const MISSING = `SELECT count(*)::int AS count FROM import_row WHERE kind = 'affiliates' AND customer_id IS NULL`

/**
 * Writes the staged rows that are not in the store yet, each kind in one statement. A balance is an adjustment of today with its source as key;
 * no month is opened for it.
 *
 * @throws ConcurrentChange when somebody has written one of the rows meanwhile: the import begins again and finds it.
 */
export async function writeImported(sql: Sql, given: WrittenImport): Promise<void> {
  await resolveCustomers(sql, ["affiliates"])
  const [missing] = await rows<{ count: number }>(sql, MISSING)
  if (missing?.count) throw new ConcurrentChange(`${missing.count} affiliates of the import have no customer any more`)

  const now = await timeOf(sql)
  const bindings = { ...given, now }
  await insert(sql, AFFILIATES, "affiliates", bindings)
  await keepKnownEmails(sql)
  await write(sql, NOTES, bindings)
  await insert(sql, PROMO_CODES, "promo_codes", bindings)
  await insert(sql, REFERRALS, "referrals", bindings)
  await write(sql, `SELECT count(*) FROM (${LOCK}) locked`)
  await insert(sql, BALANCES, "balances", { ...bindings, now: await timeOf(sql) }, 2)
}

async function insert(sql: Sql, statement: string, kind: string, bindings: object, each = 1): Promise<void> {
  const [staged] = await rows<{ count: number }>(sql, `SELECT count(*)::int AS count FROM import_row WHERE kind = :kind AND NOT is_there`, {
    kind,
  })
  const written = await write(sql, statement, { ...bindings })
  if (written !== each * (staged?.count ?? 0)) throw new ConcurrentChange(`Somebody has written ${kind} of the import meanwhile`)
}
