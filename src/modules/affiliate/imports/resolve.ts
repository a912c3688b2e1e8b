import { rows, type Sql } from "../database/connection"

/** An account before a guest of the same e-mail, and of several guests the first. */
const CUSTOMERS = `
  UPDATE import_row row SET customer_id = found.id
  FROM (
    SELECT DISTINCT ON (lower(customer.email)) lower(customer.email) AS email, customer.id FROM customer
    WHERE customer.deleted_at IS NULL AND customer.email IS NOT NULL
    ORDER BY lower(customer.email), customer.has_account DESC, customer.created_at, customer.id
  ) found
  WHERE row.kind = ANY(:kinds) AND row.customer_id IS NULL AND row.email = found.email`

/** Finds the customers of affiliates and referrals by their e-mails, in any letter case. One pass over the store's customers. */
export const resolveCustomers = (sql: Sql, kinds = ["affiliates", "referrals"]): Promise<unknown> => rows(sql, CUSTOMERS, { kinds })

/** Affiliates of the program who are there already keep their ids, the others get theirs now, so that the other rows can name them. */
const AFFILIATES = [
  `UPDATE import_row row SET affiliate_id = affiliate.id, is_there = true
   FROM affiliate
   WHERE row.kind = 'affiliates' AND affiliate.program_id = :program_id AND affiliate.customer_id = row.customer_id AND affiliate.deleted_at IS NULL`,
  `UPDATE import_row SET affiliate_id = affiliate_new_id('aff') WHERE kind = 'affiliates' AND affiliate_id IS NULL`,
]

/** By link code or e-mail, among the rows of the import first, then among the affiliates of the program. */
const OWNERS = [
  `UPDATE import_row row SET affiliate_id = owner.affiliate_id
   FROM import_row owner
   WHERE row.kind <> 'affiliates' AND owner.kind = 'affiliates' AND owner.affiliate_id IS NOT NULL
     AND row.affiliate_code IS NOT NULL AND owner.code = row.affiliate_code AND owner.is_new_code IS NOT TRUE`,
  `UPDATE import_row row SET affiliate_id = owner.affiliate_id
   FROM import_row owner
   WHERE row.kind <> 'affiliates' AND row.affiliate_id IS NULL AND owner.kind = 'affiliates' AND owner.affiliate_id IS NOT NULL
     AND row.affiliate_code IS NULL AND owner.email = row.affiliate_email`,
  `UPDATE import_row row SET affiliate_id = affiliate.id
   FROM affiliate
   WHERE row.kind <> 'affiliates' AND row.affiliate_id IS NULL AND affiliate.program_id = :program_id AND affiliate.deleted_at IS NULL
     AND affiliate.code = row.affiliate_code`,
  `UPDATE import_row row SET affiliate_id = affiliate.id
   FROM affiliate JOIN customer ON customer.id = affiliate.customer_id
   WHERE row.kind <> 'affiliates' AND row.affiliate_id IS NULL AND affiliate.program_id = :program_id AND affiliate.deleted_at IS NULL
     AND row.affiliate_code IS NULL AND lower(customer.email) = row.affiliate_email`,
]

/** What is in the store already, so that an import that runs twice writes once. A balance of nothing is. */
const THERE = [
  `UPDATE import_row SET is_there = true WHERE kind = 'balances' AND amount = 0`,
  `UPDATE import_row row SET is_there = true
   FROM affiliate_promo_code promo_code
   WHERE row.kind = 'promo_codes' AND promo_code.code = row.code AND promo_code.affiliate_id = row.affiliate_id AND promo_code.deleted_at IS NULL`,
  `UPDATE import_row row SET is_there = true
   FROM affiliate_referral referral
   WHERE row.kind = 'referrals' AND referral.program_id = :program_id AND referral.email = row.email AND referral.affiliate_id = row.affiliate_id
     AND referral.ended_at IS NULL AND referral.deleted_at IS NULL`,
  `UPDATE import_row row SET is_there = true
   FROM affiliate_adjustment adjustment
   WHERE row.kind = 'balances' AND adjustment.program_id = :program_id
     AND adjustment.source_key = :source || ':' || row.affiliate_id || ':' || row.currency_code AND adjustment.amount = row.amount`,
]

/** Finds out who the rows are about, and which of them are in the store already. */
export async function resolveRows(sql: Sql, program: { program_id: string; source: string }): Promise<void> {
  await resolveCustomers(sql)
  for (const statement of [...AFFILIATES, ...OWNERS, ...THERE]) await rows(sql, statement, program)
}
