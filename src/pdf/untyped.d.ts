/** As far as we use them; neither brings types. */
declare module "fontkit" {
  export interface Glyph {
    id: number
    /** What it was made of. */
    codePoints: number[]
    advanceWidth: number
    path: { toSVG(): string }
  }
  export interface GlyphPosition {
    xAdvance: number
    xOffset: number
    yOffset: number
  }
  export interface GlyphRun {
    /** As they are drawn, from left to right. */
    glyphs: Glyph[]
    positions: GlyphPosition[]
    direction: "ltr" | "rtl"
  }
  export interface Font {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(id: number, codePoints?: number[]): Glyph | null
    layout(text: string): GlyphRun
  }
  export function openSync(path: string): Font
}

declare module "bidi-js" {
  interface EmbeddingLevels {
    /** One per UTF-16 unit. */
    levels: Uint8Array
    paragraphs: { start: number; end: number; level: number }[]
  }
  interface Bidi {
    getEmbeddingLevels(text: string, baseDirection?: "ltr" | "rtl" | "auto"): EmbeddingLevels
    getMirroredCharacter(character: string): string | null
    getBidiCharTypeName(character: string): string
  }
  export default function bidiFactory(): Bidi
}
