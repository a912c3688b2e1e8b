import fc from "fast-check"

import { randomCode } from "../random-code"

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
const fiveBytes = fc.uint8Array({ minLength: 5, maxLength: 5 })

/** Crockford's base 32 read back: eight characters of five bits are five bytes. */
function bytesOf(code: string): number[] {
  const bits = Array.from(code, (character) => ALPHABET.indexOf(character).toString(2).padStart(5, "0")).join("")
  return (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))
}

describe("randomCode", () => {
  it.each([
    ["zeros", [0, 0, 0, 0, 0], "00000000"],
    ["ones", [255, 255, 255, 255, 255], "zzzzzzzz"],
    ["the alphabet, first quarter", [0x00, 0x44, 0x32, 0x14, 0xc7], "01234567"],
    ["second quarter", [0x42, 0x54, 0xb6, 0x35, 0xcf], "89abcdef"],
    ["third quarter", [0x84, 0x65, 0x3a, 0x56, 0xd7], "ghjkmnpq"],
    ["last quarter", [0xc6, 0x75, 0xbe, 0x77, 0xdf], "rstvwxyz"],
    ["the last bit alone", [0, 0, 0, 0, 1], "00000001"],
    ["the first bit alone", [128, 0, 0, 0, 0], "g0000000"],
  ])("%s", (_, bytes, code) => {
    expect(randomCode(Uint8Array.from(bytes))).toBe(code)
  })

  it("has eight characters and no I, L, O or U", () => {
    fc.assert(fc.property(fiveBytes, (bytes) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(randomCode(bytes))))
  })

  it("keeps all 40 bits: different bytes make different codes", () => {
    fc.assert(fc.property(fiveBytes, (bytes) => expect(bytesOf(randomCode(bytes))).toEqual([...bytes])))
  })

  it("reads no more than five bytes", () => {
    expect(randomCode(Uint8Array.from([0, 0, 0, 0, 1, 255, 255]))).toBe("00000001")
  })
})
