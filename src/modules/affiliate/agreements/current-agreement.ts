/**
 * The current agreement of a program, to be joined: its highest version, where the program has an agreement text at all.
 *
 * @param program the alias of `affiliate_program` in the statement.
 */
export const currentAgreement = (program: string): string => `
  LATERAL (
    SELECT version, text, text_hash, created_at FROM affiliate_agreement
    WHERE program_id = ${program}.id AND ${program}.agreement_text IS NOT NULL
    ORDER BY version DESC LIMIT 1
  )`

/** Only the number of that version, for lists: it is looked up for the rows of the page only. */
export const currentVersion = (program: string): string =>
  `(SELECT max(version) FROM affiliate_agreement WHERE program_id = ${program}.id AND ${program}.agreement_text IS NOT NULL)`

/** Whether an acceptance, by its alias, has not been withdrawn. */
export const isNotWithdrawn = (acceptance: string): string => `(${acceptance}.withdrawn_at IS NULL AND ${acceptance}.deleted_at IS NULL)`
