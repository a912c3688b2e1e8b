/** As far as we use them; neither brings types. */
declare module "fontkit" {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): unknown
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
