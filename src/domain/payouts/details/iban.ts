const CHARACTERS: Record<string, string> = { n: "[0-9]", a: "[A-Z]", c: "[0-9A-Z]" }

/**
 * What follows country and check digits, by country: n digits, a letters, c either. After the IBAN registry of ISO 13616 (SWIFT, release 100),
 * then countries that are not in it and use the form all the same. ibantools 4.5.4 takes no letters in accounts of PK and PS and no digits in
 * bank codes of BY and DO, and it checks national digits, which not every bank follows: the check digits of ISO 13616 find a mistyped one.
 */
const STRUCTURES = new Map(
  `AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n
  DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n IE4a14n IL19n
  IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n
  MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a
  SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c
  AO21n BF2c22n BJ2c22n CF23n CG23n CI2c22n CM23n CV21n DZ22n GA23n GQ23n GW2c19n IR22n KM23n MA24n MG23n ML2c22n MZ21n NE2c22n SN2c22n TD23n
  TG2c22n`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), patternOf(entry.slice(2))])
)

function patternOf(structure: string): RegExp {
  const parts = [...structure.matchAll(/(\d+)([nac])/g)]
  return new RegExp(`^${parts.map(([, length, kind = ""]) => `${CHARACTERS[kind]}{${length}}`).join("")}$`)
}

/**
 * An IBAN as banks write it to each other: `IBAN: de89 3704-0044 …` -> `DE8937040044…`. Printed ones come with a word in front,
 * blanks and dashes between the groups, and from some keyboards in full-width letters. Null where it is none.
 */
export function normalizeIban(text: string): string | null {
  const iban = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^IBAN/, "")
    .replace(/[\s\p{Pd}.:]/gu, "")
  const structure = STRUCTURES.get(iban.slice(0, 2))
  return structure?.test(iban.slice(4)) && hasCheckDigits(iban) ? iban : null
}

/** ISO 7064, MOD 97-10: country and check digits at the end, letters as 10 to 35. */
function hasCheckDigits(iban: string): boolean {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (character) => parseInt(character, 36)).join("")
  return /^[A-Z]{2}\d\d/.test(iban) && BigInt(digits) % 97n === 1n
}
