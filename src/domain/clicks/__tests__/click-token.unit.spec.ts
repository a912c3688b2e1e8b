import { createHmac } from "node:crypto"

import fc from "fast-check"

import { signClickToken, verifyClickToken, type TokenKey } from "../click-token"

const NOW = new Date("2026-04-15T12:00:00.000Z")
const LATER = new Date("2026-07-14T12:00:00.000Z")
const KEY: TokenKey = { id: "k1", secret: "a".repeat(32) }
const NEXT: TokenKey = { id: "k2", secret: "b".repeat(32) }
const CLAIM = { click_id: "affclk_01JS0000000000000000000000", expires_at: LATER }
const TOKEN = signClickToken(CLAIM, [KEY])
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~=+/ ".split("")

const verify = (token: unknown, keys = [KEY], now = NOW) => verifyClickToken(token, keys, now)
const payload = (text: string) => Buffer.from(text).toString("base64url")

describe("a token that is ours", () => {
  it("gives its claim back", () => {
    expect(verify(TOKEN)).toEqual(CLAIM)
  })

  it("holds the key's name, the click, its expiry in seconds and a signature, and nothing else", () => {
    const [id, body, signature, ...rest] = TOKEN.split(".")
    expect([id, Buffer.from(body ?? "", "base64url").toString(), signature?.length, rest]).toEqual([
      "k1",
      "affclk_01JS0000000000000000000000~1784030400",
      43,
      [],
    ])
  })

  it("loses the milliseconds of its expiry", () => {
    const token = signClickToken({ ...CLAIM, expires_at: new Date("2026-07-14T12:00:00.999Z") }, [KEY])
    expect(verify(token)).toEqual(CLAIM)
  })

  it.each([
    ["a second before it expires", "2026-07-14T11:59:59.000Z", CLAIM],
    ["a millisecond before it expires", "2026-07-14T11:59:59.999Z", CLAIM],
    ["at the instant it expires", "2026-07-14T12:00:00.000Z", null],
    ["years later", "2030-01-01T00:00:00.000Z", null],
  ])("%s", (_, now, expected) => {
    expect(verify(TOKEN, [KEY], new Date(now))).toEqual(expected)
  })

  it("gives every claim back, at any expiry in the future", () => {
    const claims = fc.record({
      click_id: fc.stringMatching(/^affclk_[0-9A-Z]{26}$/),
      seconds: fc.integer({ min: NOW.getTime() / 1000 + 1, max: 9_999_999_999 }),
    })
    fc.assert(
      fc.property(claims, ({ click_id, seconds }) => {
        const claim = { click_id, expires_at: new Date(seconds * 1000) }
        expect(verify(signClickToken(claim, [KEY]))).toEqual(claim)
      })
    )
  })
})

describe("key rotation", () => {
  it.each([
    ["the first key signs", [NEXT, KEY], "k2"],
    ["with one key, that one", [KEY], "k1"],
  ])("%s", (_, keys, id) => {
    expect(signClickToken(CLAIM, keys as [TokenKey, ...TokenKey[]]).split(".")[0]).toBe(id)
  })

  it.each([
    ["an older key still verifies", [NEXT, KEY], CLAIM],
    ["a key that was taken out does not", [NEXT], null],
    ["no keys, no token", [], null],
    ["another secret under the same name does not", [{ ...NEXT, id: "k1" }], null],
    ["the same secret under another name does not", [{ ...KEY, id: "k2" }], null],
  ])("%s", (_, keys, expected) => {
    expect(verify(TOKEN, keys)).toEqual(expected)
  })

  it("refuses a token renamed to another key with the same secret", () => {
    const twins = [KEY, { ...KEY, id: "k2" }]
    expect(verify(TOKEN.replace("k1.", "k2."), twins)).toBeNull()
  })
})

describe("what is refused", () => {
  const [id, body, signature] = TOKEN.split(".") as [string, string, string]

  it.each([
    ["a bare click id", "affclk_01JS0000000000000000000000"],
    ["a bare number", "2"],
    ["undefined", undefined],
    ["null", null],
    ["a number", 7],
    ["an array with the token", [TOKEN]],
    ["an object that prints as the token", { toString: () => TOKEN }],
    ["a boolean", true],
    ["nothing", ""],
    ["dots alone", ".."],
    ["64 KiB", "a".repeat(65536)],
    ["64 KiB of payload", `k1.${"a".repeat(65536)}.${signature}`],
    ["a token with a blank behind it", `${TOKEN} `],
    ["a token with a line feed behind it", `${TOKEN}\n`],
    ["a token twice", `${TOKEN}${TOKEN}`],
    ["no signature", `${id}.${body}.`],
    ["no signature and no dot", `${id}.${body}`],
    ["a fourth part", `${TOKEN}.x`],
    ["a padded signature", `${TOKEN}=`],
    ["a prototype key as key name", `__proto__.${body}.${signature}`],
    ["another click", `${id}.${payload("affclk_01JS0000000000000000000001~1784030400")}.${signature}`],
    ["another expiry", `${id}.${payload("affclk_01JS0000000000000000000000~1784030401")}.${signature}`],
    ["the same payload padded", `${id}.${body}=.${signature}`],
  ])("%s", (_, token) => {
    expect(verify(token)).toBeNull()
  })

  it.each([
    ["no expiry", "affclk_1"],
    ["an empty expiry", "affclk_1~"],
    ["an expiry that is no number", "affclk_1~soon"],
    ["an endless expiry", "affclk_1~Infinity"],
    ["no click", "~9999999999"],
  ])("a well-signed payload with %s", (_, text) => {
    const signed = `k1.${payload(text)}`
    const mac = createHmac("sha256", KEY.secret).update(signed).digest("base64url")
    expect(verify(`${signed}.${mac}`)).toBeNull()
  })

  it("every single bit flipped, at every position", () => {
    const accepted: string[] = []
    for (let position = 0; position < TOKEN.length; position++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = String.fromCharCode(TOKEN.charCodeAt(position) ^ (1 << bit))
        const token = TOKEN.slice(0, position) + flipped + TOKEN.slice(position + 1)
        if (verify(token, [KEY, NEXT])) accepted.push(token)
      }
    }
    expect(accepted).toEqual([])
  })

  it("every character replaced, left out or put in, at every position", () => {
    const accepted: string[] = []
    for (let position = 0; position <= TOKEN.length; position++) {
      const [before, after] = [TOKEN.slice(0, position), TOKEN.slice(position + 1)]
      const replaced = ALPHABET.map((character) => before + character + after)
      const inserted = ALPHABET.map((character) => before + character + TOKEN.slice(position))
      for (const token of [before + after, ...replaced, ...inserted])
        if (token !== TOKEN && verify(token, [KEY, NEXT])) accepted.push(token)
    }
    expect(accepted).toEqual([])
  })

  it("anything at all that is not the token", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.stringMatching(/^k1\.[A-Za-z0-9_-]{1,120}\.[A-Za-z0-9_-]{43}$/)), (it) => verify(it) === null)
    )
  })
})
