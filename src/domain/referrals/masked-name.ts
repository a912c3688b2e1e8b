/** A letter or digit with the few marks a person's name can carry: hostile text may stack hundreds on one. */
const FIRST_LETTER = /[\p{L}\p{N}]\p{M}{0,3}/u

/**
 * What an affiliate sees of a referral's name: `Anna Berg` -> `A*** B.`, only a first name -> `A***`, none -> `***`. Never the e-mail, and of
 * anything typed into a name field never more than one letter.
 */
export function maskedName(person: { first_name?: string | null; last_name?: string | null }): string {
  const first = initial(person.first_name)
  const last = initial(person.last_name)
  return last ? `${first}*** ${last}.` : `${first}***`
}

const initial = (name: string | null | undefined): string => FIRST_LETTER.exec(name?.normalize("NFC") ?? "")?.[0].toUpperCase() ?? ""
