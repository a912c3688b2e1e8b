import fc from "fast-check"

import { contrastOf, darkAccent, normalizeAccentColor } from "../accent-color"

const hex = fc.integer({ min: 0, max: 0xffffff }).map((color) => `#${color.toString(16).padStart(6, "0")}`)

describe("a program's color", () => {
  // The first two from WCAG's definition, the last by the contrast checker of WebAIM.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
  ])("%s on %s has a contrast of %d", (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2)
    expect(contrastOf(other, one)).toBe(contrastOf(one, other))
  })

  it("is refused exactly where it cannot be read, with one that can", () => {
    fc.assert(
      fc.property(hex, fc.constantFrom("light" as const, "dark" as const), (color, page) => {
        const canBeRead = contrastOf(color, page === "light" ? "#efefea" : "#272c29") >= 4.5
        const check = () => normalizeAccentColor("accent_color", page, color)
        if (canBeRead) return void expect(check()).toBe(color)
        const message = /; (#[0-9a-f]{6}) would do$/
        expect(check).toThrow(message)
        try {
          check()
        } catch (error) {
          const nearest = message.exec(String(error))?.[1] ?? ""
          expect(normalizeAccentColor("accent_color", page, nearest)).toBe(nearest)
        }
      })
    )
  })

  it("can be read on dark pages too, made lighter no more than it has to be", () => {
    expect(darkAccent("#7fcfae")).toBe("#7fcfae")
    fc.assert(fc.property(hex, (color) => contrastOf(darkAccent(color), "#272c29") >= 4.5))
  })
})
