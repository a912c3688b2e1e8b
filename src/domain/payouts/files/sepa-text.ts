/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ł: "l",
  Ł: "L",
  ħ: "h",
  Ħ: "H",
  ı: "i",
  ŋ: "n",
  Ŋ: "N",
  "&": "+",
  _: "-",
}

const QUOTES = /[‘’‚‛“”„‟«»‹›"`´]/gu
const TAKEN = /[^A-Za-z0-9/?:().,'+ -]/gu

/**
 * A text in the characters that every bank of SEPA takes (EPC217-08): Latin letters, digits and / - ? : ( ) . , ' + and the blank, without a
 * slash at either end or two in a row. Accents go, other signs become blanks. Null where letters or digits of another script would be lost:
 * half a name is none, and banks compare it with the account's (verification of payee).
 *
 * @example sepaText("Søren Müller & Çelik") // "Soren Muller + Celik"
 */
export function sepaText(text: string): string | null {
  const latin = Array.from(text.normalize("NFKD").replace(/\p{M}/gu, ""), (letter) => LETTERS[letter] ?? letter)
    .join("")
    .replace(QUOTES, "'")
    .replace(/\p{Pd}/gu, "-")
  if (/[^A-Za-z0-9]/u.test(latin.replace(/[^\p{L}\p{N}]/gu, ""))) return null
  return (
    latin
      .replace(TAKEN, " ")
      .replace(/\/{2,}/g, "/")
      .replace(/^[\s/]+|[\s/]+$/g, "")
      .replace(/\s+/g, " ") || null
  )
}
