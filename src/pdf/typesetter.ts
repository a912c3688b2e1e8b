import { MedusaError } from "@medusajs/framework/utils"
import type PDFDocument from "pdfkit"

import { fontAt, fontOf, hasCharacter, type Weight } from "./fonts"
import { makeReadable, type EmbeddedFont, type Shape } from "./readable-font"
import { textRuns, type TextRun } from "./text-runs"

export interface TextStyle {
  size: number
  weight: Weight
  color: string
}

export interface Placing {
  /** Which end of the line stands at `x`. */
  align?: "left" | "right"
  /** That of the whole text, where the line is a part of it. */
  direction?: "ltr" | "rtl"
}

const coverage = { fontOf, hasCharacter }
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" })

/** Text of any script on a page: measures it, breaks it into lines and draws it. Lengths are PDF points. */
export class Typesetter {
  /** The fonts in use, by name, each with the shapes that belong to a text in it. */
  private readonly shapes = new Map<string, (text: string) => Shape[]>()
  private readonly widths = new Map<string, number>()

  constructor(readonly doc: InstanceType<typeof PDFDocument>) {}

  width(text: string, { size, weight }: TextStyle): number {
    const key = `${weight} ${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known * size
    const measured = textRuns(text, coverage).reduce((sum, run) => sum + this.useFont(run, weight, 100).widthOfString(run.text), 0) / 100
    if (this.widths.size < 20_000) this.widths.set(key, measured)
    return measured * size
  }

  /**
   * Breaks a text at its line breaks, then at blanks, and where a word is wider than the column within it. What goes beyond the last line is
   * cut, and says so.
   */
  lines(text: string, style: TextStyle, width: number, most = Infinity): string[] {
    const lines = text
      .normalize("NFC")
      .split(/\r\n?|[\n\u2028\u2029]/)
      .flatMap((paragraph) => this.wrapped(paragraph.replaceAll("\t", " ").trim(), style, width))
    if (lines.length <= most) return lines
    return [...lines.slice(0, most - 1), this.cut(`${lines[most - 1] ?? ""}…`, style, width)]
  }

  /** Draws a line whose letters stand on `baseline`. */
  draw(line: string, x: number, baseline: number, style: TextStyle, { align = "left", direction }: Placing = {}): void {
    let left = align === "right" ? x - this.width(line, style) : x
    for (const run of textRuns(line, coverage, direction)) {
      const doc = this.useFont(run, style.weight, style.size)
      doc.fillColor(style.color).text(run.text, left, baseline, { lineBreak: false, baseline: "alphabetic" })
      this.drawShapes(run, left, baseline, style)
      left += doc.widthOfString(run.text)
    }
  }

  private drawShapes({ font: index, text }: TextRun, left: number, baseline: number, { size, weight, color }: TextStyle): void {
    const unit = size / (fontAt(index, weight)?.unitsPerEm ?? 1000)
    for (const { path, x, y } of this.shapes.get(`${index}-${weight}`)?.(text) ?? []) {
      this.doc.save()
      this.doc.translate(left + (x * size) / 1000, baseline - (y * size) / 1000).scale(unit, -unit)
      this.doc.path(path).fill(color).restore()
    }
  }

  private wrapped(paragraph: string, style: TextStyle, width: number): string[] {
    if (this.width(paragraph, style) <= width) return [paragraph]
    const lines: string[] = []
    let line = ""
    for (const word of paragraph.split(/(?<= )/)) {
      if (this.width((line + word).trimEnd(), style) <= width) {
        line += word
        continue
      }
      if (line !== "") lines.push(line.trimEnd())
      line = ""
      for (const piece of this.pieces(word, style, width)) {
        if (line !== "") lines.push(line)
        line = piece
      }
    }
    return [...lines, line.trimEnd()]
  }

  /** A word as parts that fit the column: broken behind a sign where that is enough, else anywhere between two characters. */
  private pieces(word: string, style: TextStyle, width: number): string[] {
    const pieces: string[] = []
    for (const part of word.split(/(?<=[-/_.:,])/)) {
      const segments = this.width(part, style) > width ? [...graphemes.segment(part)].map(({ segment }) => segment) : [part]
      for (const segment of segments) {
        const piece = `${pieces.at(-1) ?? ""}${segment}`
        if (pieces.length > 0 && this.width(piece.trimEnd(), style) <= width) pieces[pieces.length - 1] = piece
        else pieces.push(segment)
      }
    }
    return pieces
  }

  private cut(line: string, style: TextStyle, width: number): string {
    const kept = [...graphemes.segment(line)].map(({ segment }) => segment)
    while (kept.length > 1 && this.width(kept.join(""), style) > width) kept.splice(-2, 1)
    return kept.join("")
  }

  /** The document embeds a font when it is first used, and of it only the characters that are. */
  private useFont({ font: index }: TextRun, weight: Weight, size: number): InstanceType<typeof PDFDocument> {
    const name = `${index}-${weight}`
    if (this.shapes.has(name)) return this.doc.font(name).fontSize(size)
    const font = fontAt(index, weight)
    if (!font) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Font ${index} of weight ${weight} cannot be opened`)
    // pdfkit takes an opened font, which its types do not say.
    this.doc.registerFont(name, font as never).font(name)
    this.shapes.set(name, makeReadable((this.doc as unknown as { _font: EmbeddedFont })._font))
    return this.doc.fontSize(size)
  }
}
