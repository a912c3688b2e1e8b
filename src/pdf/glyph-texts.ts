/** A glyph as the font engine gives it: what it was made of, and whether it takes room on the line. */
export interface ShapedGlyph {
  codePoints: number[]
  isWide: boolean
}

/** A letter or mark of a word, and the joiners that are read along with it. */
export interface Letter {
  codePoint: number
  text: number[]
}

/**
 * Which part of a word each glyph stands for, so that a reader who copies or searches gets the word that was written. Glyphs come in the order
 * of reading. One without a part is drawn and carries no text: a dot of an Arabic letter, which fonts keep apart from its stroke. A mark's
 * text belongs to the letter below it. Where a script draws in another order than it writes (Devanagari's short i stands left of its
 * consonant), the glyphs of such a group carry its text in the order of writing.
 */
export function glyphTexts(word: Letter[], shaped: ShapedGlyph[]): number[][] {
  const known = new Set(word.map(({ codePoint }) => codePoint))
  const glyphs = shaped.map((glyph) => ({ ...glyph, codePoints: glyph.codePoints.filter((codePoint) => known.has(codePoint)) }))
  const texts = glyphs.map((): number[] => [])
  let given = 0
  let group: number[] = []
  let own: number[] = []
  for (const [n, { codePoints }] of glyphs.entries()) {
    group.push(n)
    own.push(...codePoints)
    // A wide glyph that stands for nothing is the second half of the one before: Thai's am is a ring over a letter and an a behind it.
    if (isHalf(glyphs[n + 1])) continue
    const part = word.slice(given, given + own.length)
    if (own.length === 0 || !areSame(own, part)) continue
    give(part, group, glyphs, texts)
    given += part.length
    group = []
    own = []
  }
  if (given < word.length) give(word.slice(given), group.length > 0 ? group : [glyphs.length - 1], glyphs, texts)
  return texts
}

function give(part: Letter[], group: number[], glyphs: ShapedGlyph[], texts: number[][]): void {
  const [first = 0] = group
  const carriers = carriersOf(group, glyphs)
  const before = texts.slice(0, first).findLast((text) => text.length > 0)
  if (carriers.length === 0 && before) {
    before.push(...textOf(part))
    return
  }
  const found = carriers.length > 0 ? carriers : [first]
  const own = found.flatMap((n) => glyphs[n]?.codePoints ?? [])
  const isInOrder = own.length === part.length && part.every(({ codePoint }, n) => codePoint === own[n])
  let at = 0
  for (const [n, carrier] of found.entries()) {
    const count = isInOrder ? (glyphs[carrier]?.codePoints.length ?? 0) : 1
    texts[carrier]?.push(...textOf(part.slice(at, n === found.length - 1 ? undefined : at + count)))
    at += count
  }
}

/** The glyphs of a group that can be pointed at: the wide ones, and of these rather those that stand for something. */
function carriersOf(group: number[], glyphs: ShapedGlyph[]): number[] {
  const wide = group.filter((n) => glyphs[n]?.isWide)
  const own = wide.filter((n) => (glyphs[n]?.codePoints.length ?? 0) > 0)
  return own.length > 0 ? own : wide
}

const isHalf = (glyph: ShapedGlyph | undefined): boolean => glyph?.isWide === true && glyph.codePoints.length === 0

const textOf = (letters: Letter[]): number[] => letters.flatMap(({ text }) => text)

const areSame = (some: number[], letters: Letter[]): boolean => sorted(some) === sorted(letters.map(({ codePoint }) => codePoint))

const sorted = (codePoints: number[]): string => [...codePoints].sort((one, other) => one - other).join(" ")
