import fc from "fast-check"

import { mailbox, normalizeEmail } from "../email"

describe("normalizeEmail", () => {
  it.each([
    ["letter case", "Anna@Example.COM", "anna@example.com"],
    ["blanks around it", "  anna@example.com\n", "anna@example.com"],
    ["dots and tags stay", "an.na+shop@gmail.com", "an.na+shop@gmail.com"],
  ])("%s", (_, email, normal) => {
    expect(normalizeEmail(email)).toBe(normal)
  })
})

describe("mailbox", () => {
  it.each([
    ["an ordinary address", "anna@example.com", "anna@example.com"],
    ["letter case", "Anna@Example.COM", "anna@example.com"],
    ["a tag", "anna+shop@example.com", "anna@example.com"],
    ["two tags", "anna+shop+2@example.com", "anna@example.com"],
    ["dots elsewhere than at Gmail", "an.na@example.com", "an.na@example.com"],
    ["dots at Gmail", "an.n.a@gmail.com", "anna@gmail.com"],
    ["dots and a tag at Gmail", "An.Na+x.y@Gmail.com", "anna@gmail.com"],
    ["Gmail's other name", "an.na@googlemail.com", "anna@gmail.com"],
    ["a domain that only ends like Gmail", "an.na@notgmail.com", "an.na@notgmail.com"],
    ["a plus in the domain is no tag", "anna@ex+ample.com", "anna@ex+ample.com"],
    ["no at sign", "anna", "anna@"],
    ["nothing", "", "@"],
  ])("%s: %s", (_, email, box) => {
    expect(mailbox(email)).toBe(box)
  })

  it("a tag never changes the mailbox, and neither does taking the mailbox twice", () => {
    const local = fc.stringMatching(/^[a-z0-9][a-z0-9.]{0,20}$/)
    const domain = fc.constantFrom("example.com", "gmail.com", "googlemail.com")
    fc.assert(
      fc.property(local, fc.stringMatching(/^[a-z0-9.+]{0,10}$/), domain, (name, tag, at) => {
        const box = mailbox(`${name}@${at}`)
        expect([mailbox(`${name}+${tag}@${at}`), mailbox(box)]).toEqual([box, box])
      })
    )
  })
})
