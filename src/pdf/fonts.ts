import path from "node:path"

import { openSync, type Font, type Glyph } from "fontkit"

export type Weight = 400 | 700

interface FontFile {
  file: (weight: Weight) => string
  /** The package that has the file, where it need not be installed, and the characters that are its own. */
  needs?: { name: string; characters: RegExp }
}

const noto = (name: string, subset: string): FontFile => ({
  file: (weight) => require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`),
})

/** Its fonts are not among what the package exports, but lie beside it. */
const optional = (name: string, font: string, characters: RegExp): FontFile => ({
  needs: { name, characters },
  file: (weight) => path.join(path.dirname(require.resolve(name)), "..", "fonts", `${font}-${weight === 700 ? "Bold" : "Regular"}.otf`),
})

/** Which font is tried first, which next. Those for Chinese, Japanese and Korean are large, come last and need not be installed. */
const CHAIN: FontFile[] = [
  ...["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"].map((subset) => noto("noto-sans", subset)),
  noto("noto-sans-hebrew", "hebrew"),
  noto("noto-sans-arabic", "arabic"),
  noto("noto-sans-devanagari", "devanagari"),
  noto("noto-sans-thai", "thai"),
  optional("@embedpdf/fonts-sc", "NotoSansHans", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u),
  optional("@embedpdf/fonts-kr", "NotoSansKR", /\p{Script=Hangul}/u),
]

const opened = new Map<string, Font | null>()

/** A font of the chain, opened when it is first needed and once in a process. Null when its package is not installed. */
export function fontAt(index: number, weight: Weight): Font | null {
  const key = `${index}-${weight}`
  const known = opened.get(key)
  if (known !== undefined) return known
  const font = open(index, weight)
  opened.set(key, font)
  return font
}

function open(index: number, weight: Weight): Font | null {
  try {
    return withOwnTexts(openSync(CHAIN[index]?.file(weight) ?? ""))
  } catch {
    return null
  }
}

/**
 * fontkit keeps each glyph with what it stood for when it was asked for first: a letter would be read as the one that another document had
 * drawn with the same stroke. Here only its shape and its measures are kept.
 */
function withOwnTexts(font: Font): Font {
  const shapeOf = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const shape = shapeOf(id)
    if (!shape) return null
    // Reading it measures the shape, once.
    void shape.advanceWidth
    const isMark = codePoints.length > 0 && codePoints.every((codePoint) => MARK.test(String.fromCodePoint(codePoint)))
    return Object.assign(Object.create(shape) as Glyph, { codePoints, isMark, isLigature: codePoints.length > 1 })
  }
  return font
}

const MARK = /\p{M}/u

const found = new Map<number, number | null>()

/** The first font of the chain that has a character. Null when none has. */
export function fontOf(codePoint: number): number | null {
  const known = found.get(codePoint)
  if (known !== undefined) return known
  const index = CHAIN.findIndex((_, n) => hasCharacter(n, codePoint))
  found.set(codePoint, index < 0 ? null : index)
  if (index < 0) tellMissing(String.fromCodePoint(codePoint))
  return index < 0 ? null : index
}

const told = new Set<string>()

/** Says once in a process which package has the character that a document is made without. */
function tellMissing(character: string): void {
  const missing = CHAIN.find(({ needs }, index) => needs?.characters.test(character) && fontAt(index, 400) === null)?.needs
  if (!missing || told.has(missing.name)) return
  told.add(missing.name)
  process.emitWarning(`A statement prints � for characters such as ${character}: install ${missing.name}, which has a font for them`, {
    code: "AFFILIATE_FONT_MISSING",
  })
}

/** Whether a font of the chain has a character. */
export const hasCharacter = (index: number, codePoint: number): boolean => fontAt(index, 400)?.hasGlyphForCodePoint(codePoint) ?? false
