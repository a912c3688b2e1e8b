/**
 * The agreement a program offers now, as a lateral join: its highest version, where the program has an agreement text at all.
 *
 * @param program the alias of `affiliate_program` in the statement. The version's row is called `g`.
 */
export const joinCurrentAgreement = (program: string): string => `
  JOIN LATERAL (
    SELECT version, text, text_hash, created_at FROM affiliate_agreement
    WHERE program_id = ${program}.id AND ${program}.agreement_text IS NOT NULL
    ORDER BY version DESC LIMIT 1
  ) g ON true`

/** An acceptance that has not been withdrawn, by the alias of its table. */
export const isStanding = (acceptance: string): string => `${acceptance}.withdrawn_at IS NULL AND ${acceptance}.deleted_at IS NULL`
