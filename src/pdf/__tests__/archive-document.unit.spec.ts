import { buffer } from "node:stream/consumers"

import { PdfPages } from "../pages"

jest.setTimeout(60_000)

const layOut = (): Promise<void> => Promise.resolve()

async function metadataOf(author: string): Promise<string> {
  const info = { title: `Statement of ${author}`, author, createdAt: new Date(0) }
  const pdf = await buffer(await PdfPages.compose(info, [{ footer: () => ({ left: "", right: "" }), layOut }]))
  const text = pdf.toString("utf8")
  return text.slice(text.indexOf("?>", text.indexOf("<?xpacket begin")) + 2, text.indexOf("<?xpacket end"))
}

/** Whether a text is one well-formed element, as far as metadata goes: tags that match, and no sign of its own that is not escaped. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  let elements = 0
  for (const [, text = "", close, name = "", attributes = ""] of `${xml.trim()}<end`.matchAll(
    /([^<]*)<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*")*)/g
  )) {
    if (
      /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text) ||
      /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/.test(text.replace(/\p{L}/gu, ""))
    )
      return false
    if (attributes.includes("&")) return false
    if (name === "end") return open.length === 0 && elements === 1
    if (close && open.pop() !== name) return false
    if (!close && open.length === 0) elements++
    if (!close) open.push(name)
  }
  return false
}

it("the check finds what is not well-formed", () => {
  expect(["<a>b & c</a>", "<a><b></a></b>", "<a></a><b></b>", "<a>", "<a>\u0001</a>"].filter(isWellFormed)).toEqual([])
  expect(isWellFormed(`<a x="1">b &amp; <b>c</b></a>`)).toBe(true)
})

it.each([
  ["Lampenladen", "Lampenladen"],
  ["Muster GmbH & Co. KG", "Muster GmbH &amp; Co. KG"],
  ["<b>A</b> &amp; ]]>", "&lt;b&gt;A&lt;/b&gt; &amp;amp; ]]&gt;"],
  ["A\u0001\uffffB", "AB"],
])("the metadata of %j is XML", async (author, written) => {
  const metadata = await metadataOf(author)
  expect(isWellFormed(metadata)).toBe(true)
  expect(metadata).toContain(`<rdf:li>${written}</rdf:li>`)
  expect(metadata).toContain(`<rdf:li xml:lang="x-default">Statement of ${written}</rdf:li>`)
})
