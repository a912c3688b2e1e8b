import type { Glyph, GlyphPosition, GlyphRun } from "fontkit"

import { glyphTexts, type Letter } from "./glyph-texts"

/** The part of pdfkit's embedded font that is used here. Lengths are thousandths of the font size. */
export interface EmbeddedFont {
  scale: number
  subset: { glyphs: number[] }
  /** By the glyph's number in the document: what it stands for, and how wide it is. */
  unicode: number[][]
  widths: number[]
  /** Lays out a word once in a document. */
  layoutCached(word: string): GlyphRun
  encode(text: string): [numbers: string[], positions: GlyphPosition[]]
}

/** A glyph that is drawn as a shape, because no text belongs to it. */
export interface Shape {
  path: string
  x: number
  y: number
}

interface Word {
  numbers: string[]
  positions: GlyphPosition[]
  shapes: Shape[]
  width: number
}

/**
 * Makes the texts of a document readable for those who copy and search. pdfkit keeps for each glyph what it stood for first, so that letters
 * that share a stroke would all be read as one of them; here a glyph has a number for each thing that it stands for.
 *
 * @returns the shapes to draw along with a text.
 */
export function makeReadable(font: EmbeddedFont): (text: string) => Shape[] {
  const numbers = new Map<string, string>()
  const words = new Map<string, Word>()

  const numberOf = (glyph: Glyph, codePoints: number[]): string => {
    const key = [glyph.id, ...codePoints].join(" ")
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = font.subset.glyphs.push(glyph.id) - 1
    font.widths[number] = glyph.advanceWidth * font.scale
    font.unicode[number] = codePoints
    const encoded = number.toString(16).padStart(4, "0")
    numbers.set(key, encoded)
    return encoded
  }
  const wordOf = (text: string): Word => {
    const known = words.get(text)
    if (known) return known
    const word = laidOut(font.layoutCached(text), text, numberOf)
    words.set(text, word)
    return word
  }

  font.encode = (text) => {
    const found = wordsOf(text).map(wordOf)
    return [found.flatMap((word) => word.numbers), found.flatMap((word) => word.positions)]
  }
  return (text) => {
    let left = 0
    return wordsOf(text).flatMap((part) => {
      const { shapes, width } = wordOf(part)
      const placed = shapes.map((shape) => ({ ...shape, x: shape.x + left }))
      left += width
      return placed
    })
  }
}

/** Each with the blank behind it, as pdfkit measures them. */
const wordsOf = (text: string): string[] => text.split(/(?<=[ \t])/)

function laidOut(run: GlyphRun, text: string, numberOf: (glyph: Glyph, codePoints: number[]) => string): Word {
  const { glyphs, positions } = run
  const texts = textsOf(run, text)
  const word: Word = { numbers: [], positions: [], shapes: [], width: 0 }
  for (const [n, glyph] of glyphs.entries()) {
    const position = { ...(positions[n] as GlyphPosition) }
    const before = word.positions.at(-1)
    const codePoints = texts[n] ?? []
    if (codePoints.length > 0) {
      // In one piece with what is before it: a reader takes a new piece for a new word.
      if (before && position.yOffset === 0) moveInto(before, position)
      word.numbers.push(numberOf(glyph, codePoints))
      word.positions.push(position)
    } else {
      word.shapes.push({ path: glyph.path.toSVG(), x: word.width + position.xOffset, y: position.yOffset })
      if (before) before.xAdvance += position.xAdvance
    }
    word.width += positions[n]?.xAdvance ?? 0
  }
  return word
}

/** Moves a glyph by the advance of the one before instead of by an offset. */
function moveInto(before: GlyphPosition, position: GlyphPosition): void {
  before.xAdvance += position.xOffset
  position.xAdvance -= position.xOffset
  position.xOffset = 0
}

/**
 * What each glyph stands for, in the order in which they are drawn. Of a right-to-left script that is the reverse of reading, and readers turn
 * the parts of a glyph round too.
 */
function textsOf({ glyphs, positions, direction }: GlyphRun, text: string): number[][] {
  const shaped = glyphs.map(({ codePoints }, n) => ({ codePoints, isWide: (positions[n]?.xAdvance ?? 0) > 0 }))
  if (direction === "ltr") return glyphTexts(lettersOf(text), shaped)
  // A reader that finds a joiner last in a glyph takes the glyph for a joiner.
  return glyphTexts(lettersOf(text, { joinersFirst: false }), shaped.reverse())
    .map((parts) => parts.reverse())
    .reverse()
}

/** A joiner has shaped its neighbors and has no glyph. */
function lettersOf(text: string, { joinersFirst } = { joinersFirst: true }): Letter[] {
  const parts = text.match(joinersFirst ? /[\u200c\u200d]*[^\u200c\u200d]/gu : /[^\u200c\u200d][\u200c\u200d]*/gu) ?? []
  return parts.map((part) => {
    const codePoints = Array.from(part, (character) => character.codePointAt(0) ?? 0)
    return { codePoint: codePoints.at(joinersFirst ? -1 : 0) ?? 0, text: codePoints }
  })
}
