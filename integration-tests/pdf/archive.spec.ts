import { preflightFaults } from "../helpers/preflight"
import { pdfOf } from "../helpers/statement-pdf"

jest.setTimeout(120_000)

it.each([
  ["an ordinary name", "Lampenladen"],
  ["an ampersand", "Muster GmbH & Co. KG"],
  ["markup", `<b>"A" & 'B'</b> ]]> &amp;`],
  ["every script", "王小明 جمال प्रिया กรุงเทพฯ דנה Łódź 😀"],
])("is a PDF/A with %s as issuer", async (_, issuer) => {
  expect(preflightFaults([await pdfOf({ issuer, recipient: [issuer] })])).toEqual([])
})

it("tells the file that is none among others", async () => {
  const pdf = await pdfOf()
  const broken = Buffer.from(
    pdf.toString("latin1").replace("<pdfaid:part>", "<pdfaid:port>").replace("</pdfaid:part>", "</pdfaid:port>"),
    "latin1"
  )
  expect(preflightFaults([pdf, broken, pdf]).length).toBeGreaterThan(0)
})
