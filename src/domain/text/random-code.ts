/** Crockford's base 32: no I, L, O, U, so that a code read aloud is a code typed right. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

/** Gives eight characters, 40 bits, for five random bytes. */
export function randomCode(bytes: Uint8Array): string {
  const bits = [...bytes.subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, "0")).join("")
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(parseInt(five, 2))).join("")
}
