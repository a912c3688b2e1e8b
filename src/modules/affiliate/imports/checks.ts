import { rows, type Sql } from "../database/connection"
import { isOwnPromotion } from "../store/promotions"

/** A rule between rows, or between rows and the store. `found` gives a row for each fault, with its `problem`. */
interface Check {
  field: string
  found: string
}

const at = (row: string): string => `${row}.file || ' line ' || ${row}.line`

/** Rows of a kind that say the same twice: all but the first are faults. */
const twice = (kind: string, same: string[], what: string): string => `
  SELECT row.seq, '${what} is also in ' || ${at("earlier")} AS problem
  FROM (SELECT *, first_value(seq) OVER (PARTITION BY ${same.join(", ")} ORDER BY seq) AS first_seq
        FROM import_row WHERE kind = '${kind}' AND ${same.map((column) => `${column} IS NOT NULL`).join(" AND ")}) row
  JOIN import_row earlier ON earlier.seq = row.first_seq
  WHERE row.seq <> row.first_seq`

const AFFILIATES: Check[] = [
  { field: "email", found: twice("affiliates", ["email"], "the e-mail") },
  { field: "code", found: twice("affiliates", ["code"], "the code") },
  {
    field: "email",
    found: `
      SELECT row.seq, 'no customer has this e-mail: create the customer, or run with --create-customers' AS problem
      FROM import_row row
      WHERE row.kind = 'affiliates' AND row.email IS NOT NULL AND row.customer_id IS NULL AND NOT :creates_customers::boolean`,
  },
  {
    field: "code",
    found: `
      SELECT row.seq, 'the customer is an affiliate of the program already, with the code ' || affiliate.code AS problem
      FROM import_row row JOIN affiliate ON affiliate.id = row.affiliate_id
      WHERE row.kind = 'affiliates' AND row.is_there AND row.is_new_code IS NOT TRUE AND affiliate.code <> row.code`,
  },
  {
    field: "code",
    found: `
      SELECT row.seq, 'the code belongs to another affiliate of this store: choose another one' AS problem
      FROM import_row row JOIN affiliate ON affiliate.code = row.code AND affiliate.deleted_at IS NULL
      WHERE row.kind = 'affiliates' AND affiliate.id IS DISTINCT FROM row.affiliate_id`,
  },
  {
    field: "joined_at",
    found: `SELECT seq, 'must not lie in the future' AS problem FROM import_row WHERE kind = 'affiliates' AND happened_at > clock_timestamp()`,
  },
]

const OWNERS: Check[] = ["promo_codes", "referrals", "balances"].flatMap((kind) =>
  ["affiliate_code", "affiliate_email"].map((field) => ({
    field,
    found: `
      SELECT row.seq, 'is no affiliate of the program or of this import' AS problem FROM import_row row
      WHERE row.kind = '${kind}' AND row.affiliate_id IS NULL AND row.${field} IS NOT NULL
        ${field === "affiliate_email" ? "AND row.affiliate_code IS NULL" : ""}`,
  }))
)

const PROMO_CODES: Check[] = [
  { field: "promo_code", found: twice("promo_codes", ["code"], "the promo code") },
  {
    field: "promo_code",
    found: `
      SELECT row.seq, 'the promo code belongs to another affiliate of this store' AS problem
      FROM import_row row JOIN affiliate_promo_code promo_code ON promo_code.code = row.code AND promo_code.deleted_at IS NULL
      WHERE row.kind = 'promo_codes' AND promo_code.affiliate_id IS DISTINCT FROM row.affiliate_id`,
  },
  {
    field: "promo_code",
    found: `
      SELECT row.seq, 'a promotion of the store has this code: rename or delete the promotion first' AS problem
      FROM import_row row JOIN promotion ON upper(promotion.code) = row.code AND promotion.deleted_at IS NULL
      LEFT JOIN affiliate_promo_code promo_code ON promo_code.code = row.code AND promo_code.deleted_at IS NULL
      WHERE row.kind = 'promo_codes' AND ${isOwnPromotion("promotion", "promo_code")} IS NOT TRUE`,
  },
]

const referredBy = (key: string): string => `
  SELECT row.seq, referral.affiliate_id FROM import_row row
  JOIN affiliate_referral referral ON referral.${key} = row.${key} AND referral.program_id = :program_id AND referral.ended_at IS NULL
    AND referral.deleted_at IS NULL
  WHERE row.kind = 'referrals' AND NOT row.is_there`

/** Current referrals of the same person. One key at a time, so that PostgreSQL can join by hash. */
const REFERRED = { email: referredBy("email"), customer_id: referredBy("customer_id") }

const REFERRALS: Check[] = [
  { field: "email", found: twice("referrals", ["email"], "the e-mail") },
  {
    field: "email",
    found: `
      SELECT row.seq, 'the customer is a referral of ' || affiliate.code || ' already' AS problem
      FROM (${REFERRED.email} UNION ${REFERRED.customer_id}) row JOIN affiliate ON affiliate.id = row.affiliate_id`,
  },
  {
    field: "email",
    found: `
      SELECT row.seq, 'affiliates cannot refer themselves' AS problem
      FROM import_row row
      LEFT JOIN import_row owner ON owner.kind = 'affiliates' AND owner.affiliate_id = row.affiliate_id
      LEFT JOIN affiliate ON affiliate.id = row.affiliate_id
      WHERE row.kind = 'referrals' AND (owner.email = row.email OR affiliate.customer_id = row.customer_id)`,
  },
  {
    field: "started_at",
    found: `SELECT seq, 'must not lie in the future' AS problem FROM import_row WHERE kind = 'referrals' AND happened_at > clock_timestamp()`,
  },
]

const BALANCES: Check[] = [
  { field: "amount", found: twice("balances", ["affiliate_id", "currency_code"], "the balance of this affiliate and currency") },
  {
    field: "currency_code",
    found: `
      SELECT row.seq, 'is no currency of this store' AS problem FROM import_row row
      WHERE row.kind = 'balances' AND row.currency_code IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM currency WHERE currency.code = row.currency_code AND currency.deleted_at IS NULL)`,
  },
  {
    field: "amount",
    found: `
      SELECT row.seq, 'was imported already as ' || affiliate_round(adjustment.amount, adjustment.currency_code)
                      || ': correct it by an adjustment' AS problem
      FROM import_row row
      JOIN affiliate_adjustment adjustment ON adjustment.program_id = :program_id
        AND adjustment.source_key = :source || ':' || row.affiliate_id || ':' || row.currency_code
      WHERE row.kind = 'balances' AND adjustment.amount <> row.amount`,
  },
]

const CHECKS = [...AFFILIATES, ...OWNERS, ...PROMO_CODES, ...REFERRALS, ...BALANCES]

interface CheckedImport {
  program_id: string
  source: string
  creates_customers: boolean
}

/** Notes what is wrong between the rows, and between them and the store. @returns how many rows have a fault of any kind. */
export async function checkRows(sql: Sql, given: CheckedImport): Promise<number> {
  for (const { field, found } of CHECKS) {
    await rows(sql, `INSERT INTO import_fault SELECT DISTINCT seq, '${field}', problem FROM (${found}) fault`, { ...given })
  }
  const [counted] = await rows<{ count: number }>(sql, `SELECT count(DISTINCT seq)::int AS count FROM import_fault`)
  return counted?.count ?? 0
}
