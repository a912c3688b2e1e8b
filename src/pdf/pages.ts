import type { Readable } from "node:stream"

import { ArchiveDocument } from "./archive-document"
import { Typesetter, type Placing, type TextStyle } from "./typesetter"

/** A4 in points, and where on it there is text. */
export const PAGE = { left: 51, right: 544, top: 51, bottom: 778, footer: 806 } as const
export const WIDTH = PAGE.right - PAGE.left

const INK = "#1b1d21"
const GREY = "#5c6270"

export const STYLES = {
  title: { size: 18, weight: 700, color: INK },
  name: { size: 11, weight: 700, color: INK },
  heading: { size: 11, weight: 700, color: INK },
  text: { size: 9, weight: 400, color: INK },
  strong: { size: 9, weight: 700, color: INK },
  row: { size: 8.5, weight: 400, color: INK },
  total: { size: 8.5, weight: 700, color: INK },
  label: { size: 7.5, weight: 400, color: GREY },
  note: { size: 8, weight: 400, color: GREY },
} satisfies Record<string, TextStyle>

export const RULES = { hair: "#dfe1e6", thin: "#9aa0ad", ink: INK, shade: "#f3f4f6" } as const

/** The height of a line of text. */
export const leading = (style: TextStyle): number => style.size * 1.4

export interface PdfInfo {
  title: string
  author: string
  createdAt: Date
}

/** What stands at the bottom of each page. */
export type Footer = (page: number, pages: number) => { left: string; right: string }

/** One of the documents of a file, with pages of its own. */
export interface PdfPart {
  footer: Footer
  layOut: (sheet: PdfPages) => Promise<void>
}

/**
 * Pages one after another, and where on the last one the next thing goes. Everything is laid out twice: first without ink, to learn how many
 * pages there will be, then with it, so that a page is done when the next one begins and need not be kept.
 */
export class PdfPages {
  readonly type: Typesetter
  y: number = PAGE.top
  private page = 1
  private pages = 0

  private constructor(
    type: Typesetter,
    private readonly footer: Footer
  ) {
    this.type = type
  }

  /** Lays documents out and draws them, one after another; what it gives can be sent. */
  static async compose({ title, author, createdAt }: PdfInfo, parts: PdfPart[]): Promise<Readable> {
    const info = { Title: title, Author: author, Creator: "medusa-plugin-affiliate", CreationDate: createdAt, ModDate: createdAt }
    const doc = new ArchiveDocument({
      ...{ size: "A4", margin: 0, lang: "en", displayTitle: true, info },
      // Fit for archives: fonts and colors are in the file, and nothing outside it is needed to read it.
      ...{ pdfVersion: "1.7", subset: "PDF/A-2b" as never },
      // Nothing is drawn with the reader's own fonts.
      font: "",
    })
    const type = new Typesetter(doc)
    for (const [n, { footer, layOut }] of parts.entries()) {
      if (n > 0) doc.addPage()
      await new PdfPages(type, footer).draw(layOut)
    }
    doc.end()
    return doc as unknown as Readable
  }

  private async draw(layOut: (sheet: PdfPages) => Promise<void>): Promise<void> {
    await layOut(this)
    this.pages = this.page
    this.page = 1
    this.y = PAGE.top
    await layOut(this)
    this.drawFooter()
  }

  get room(): number {
    return PAGE.bottom - this.y
  }

  newPage(): void {
    this.drawFooter()
    if (this.hasInk) this.type.doc.addPage()
    this.page++
    this.y = PAGE.top
  }

  /** Writes one line and goes below it. */
  line(text: string, style: TextStyle, x: number = PAGE.left): void {
    this.write(text, style, x, this.y)
    this.y += leading(style)
  }

  /** Writes one line whose top is at `top`. */
  write(text: string, style: TextStyle, x: number, top: number, placing: Placing = {}): void {
    if (this.hasInk) this.type.draw(text, x, top + style.size * 1.05, style, placing)
  }

  /** A line over the width of the text. */
  rule(y: number, color: string, thickness = 0.5): void {
    this.stroke(PAGE.left, y, PAGE.right, y, color, thickness)
  }

  stroke(x: number, y: number, toX: number, toY: number, color: string, thickness = 0.5): void {
    if (this.hasInk) this.type.doc.moveTo(x, y).lineTo(toX, toY).lineWidth(thickness).strokeColor(color).stroke()
  }

  shade(x: number, y: number, width: number, height: number): void {
    if (this.hasInk) this.type.doc.rect(x, y, width, height).fill(RULES.shade)
  }

  /** Once it is known how many pages there are. */
  private get hasInk(): boolean {
    return this.pages > 0
  }

  private drawFooter(): void {
    const { left, right } = this.footer(this.page, this.pages)
    const room = WIDTH - this.type.width(right, STYLES.label) - 24
    this.rule(PAGE.footer - 8, RULES.hair)
    this.write(this.type.lines(left, STYLES.label, room, 1)[0] ?? "", STYLES.label, PAGE.left, PAGE.footer)
    this.write(right, STYLES.label, PAGE.right, PAGE.footer, { align: "right" })
  }
}
