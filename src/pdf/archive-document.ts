import PDFDocument from "pdfkit"

/** No part of XML 1.0, escaped or not. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

const escaped = (text: string): string => text.replace(NO_XML, "").replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)

/** A PDF/A whose metadata is XML whatever its title and author are: pdfkit writes them into it as they are (findings/pdfkit-xmp-ampersand.sh). */
export class ArchiveDocument extends PDFDocument {
  /** Called by pdfkit when everything else is written, the document's own entry of title and author too. */
  override endMetadata(): void {
    const entries = Object.entries(this.info)
    this.info = Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "string" ? escaped(value) : (value as unknown)]))
    super.endMetadata()
  }
}
