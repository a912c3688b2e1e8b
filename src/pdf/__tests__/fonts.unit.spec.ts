import { buffer } from "node:stream/consumers"

import { fontAt, fontOf } from "../fonts"
import { PdfPages, STYLES } from "../pages"
import { textRuns } from "../text-runs"

jest.mock("fontkit", () => {
  const { openSync } = jest.requireActual<{ openSync: (file: string) => unknown }>("fontkit")
  return {
    openSync: (file: string) => {
      if (file.includes("@embedpdf")) throw new Error("not installed")
      return openSync(file)
    },
  }
})

it("names the package of a missing font, once", () => {
  const warn = jest.spyOn(process, "emitWarning").mockImplementation(() => undefined)
  for (const character of "王李한글かA") fontOf(character.codePointAt(0)!)
  const said = warn.mock.calls.map(([message]) => /install (\S+),/.exec(String(message))?.[1])
  expect(said).toEqual(["@embedpdf/fonts-sc", "@embedpdf/fonts-kr"])
  warn.mockRestore()
})

it("without the optional fonts a Chinese or Korean character is missing, and the document is made all the same", async () => {
  expect([fontOf(0x738b), fontOf(0xd55c), fontOf(0x44f)]).toEqual([null, null, 3])
  expect(textRuns("王 Anna", { fontOf, hasCharacter: () => false })).toEqual([{ font: 0, text: "\ufffd Anna" }])
  const draw = (sheet: PdfPages): Promise<void> => {
    sheet.line("王 Anna 한", STYLES.strong)
    return Promise.resolve()
  }
  const pdf = await PdfPages.compose({ title: "t", author: "a", createdAt: new Date(0) }, [
    { footer: () => ({ left: "", right: "" }), layOut: draw },
  ])
  expect((await buffer(pdf)).length).toBeGreaterThan(1000)
})

it("opens a font once", () => {
  expect(fontAt(0, 400)).toBe(fontAt(0, 400))
  expect(fontAt(0, 400)).not.toBe(fontAt(0, 700))
  expect(fontAt(99, 400)).toBeNull()
})
