import { buffer } from "node:stream/consumers"

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

const document = await getDocument({ data: new Uint8Array(await buffer(process.stdin)), verbosity: 0 }).promise
const pages = []
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  pages.push(items.filter(({ str }) => str.trim() !== "").map(({ str, transform }) => ({ text: str, x: transform[4], y: transform[5] })))
}
const { info } = await document.getMetadata()
process.stdout.write(JSON.stringify({ pages, title: info.Title, language: info.Language }))
