import { InvalidInput } from "../errors"

/** Shows nothing: zero-width blanks, soft hyphens, direction marks, joiners, fillers, variation selectors, annotations. */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]`

/** Persian, Urdu and Kurdish, and the languages of India and Sri Lanka, spell words with joiners. */
const JOINING = `[${"Arab Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh"
  .split(" ")
  .map((script) => String.raw`\p{Script_Extensions=${script}}`)
  .join("")}]`

/** What belongs to the character beside it: a joiner within a word, the parts of an emoji, the variant of an ideograph in a Japanese name. */
const BELONGS = [
  String.raw`(?<=${JOINING})[\u200c\u200d](?=${JOINING})`,
  String.raw`(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])\u200d`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=[\p{Emoji}\p{Script=Han}])[\ufe00-\ufe0f]`,
  String.raw`(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]`,
].join("|")

const EVERY_UNSEEN = new RegExp(UNSEEN, "gu")
const STRAY_UNSEEN = new RegExp(`(?!${BELONGS})${UNSEEN}`, "gu")

/** Line breaks and tabs stay: each field says what it does with them. */
const withPlainBlanks = (text: string): string => text.normalize("NFC").replace(/\p{Zs}/gu, " ")

/** A longer text that people write, such as an agreement: as `plainText`, but blanks at its ends stay, because Markdown reads them. */
export const visibleText = (text: string): string => withPlainBlanks(text.replace(STRAY_UNSEEN, ""))

/**
 * A text that people read, as it is stored: composed (NFC), without characters that show nothing, with plain blanks, trimmed. What is pasted
 * from a web page or an e-mail brings them along, and two names that look the same would not be the same.
 *
 * @example plainText("\u200bAnna\u00a0Berg\u00ad ") // "Anna Berg"
 */
export const plainText = (text: string): string => visibleText(text).trim()

/** A text that machines compare, such as an e-mail, a code or an account number: as `plainText`, and without joiners anywhere. */
export const plainCode = (text: string): string => withPlainBlanks(text.replace(EVERY_UNSEEN, "")).trim()

/** Why somebody did something. @throws InvalidInput that names `reason`. */
export function requireReason(text: string): string {
  const reason = plainText(text)
  if (!reason) throw new InvalidInput("reason", "must say why")
  return reason
}
