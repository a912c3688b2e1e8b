import { spawnSync } from "node:child_process"

import { pdfText } from "../helpers/pdf-text"
import type * as StatementPdf from "../helpers/statement-pdf"
import { pdfOf } from "../helpers/statement-pdf"

jest.setTimeout(120_000)

/** Names of every script that the README claims; those that readers have taken for each other stand together. */
const SCRIPTS = {
  Latin: ["Łódź", "Đặng", "Müller-Lüdenscheidt", "Ștefănescu", "office ffi"],
  Cyrillic: ["Сияние", "Ґонґадзе", "Ђорђевић"],
  Greek: ["Ελλάδα", "Ἀθῆναι"],
  Arabic: ["جمال", "حمال", "خمال", "بنت", "نبت", "محمّد", "لالة", "عبدالله", "یگانه", "علی‌رضا"],
  Hebrew: ["דנה", "שָׁלוֹם", "אָב"],
  Thai: ["กรุงเทพฯ", "น้ำฝน", "ผู้ใหญ่", "เก่ง"],
  Devanagari: ["दिल्ली", "क्षत्रिय", "श्रीमती", "प्रिया", "हिन्दी", "कर्म", "कार्त्तिकेय", "ज्ञानेश्वरी"],
  Chinese: ["王小明", "黃"],
  Japanese: ["さくら", "カタカナ"],
  Korean: ["서울특별시", "김"],
}

/** Without what poppler puts around right-to-left text. */
const readByPoppler = (pdf: Buffer): string[] =>
  spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" })
    .stdout.split("\n")
    .map((line) => line.replace(/[\u202a-\u202e\u2066-\u2069\f]/g, "").trim())

const readByPdfJs = async (pdf: Buffer): Promise<string[]> => (await pdfText(pdf)).pages.flat().map((line) => line.replaceAll(" | ", ""))

/** Names stand in the bold and in the regular font. */
const twice = (names: string[]) => [names, [...names].reverse()]

it.each(Object.entries(SCRIPTS))("%s reads as it was written", async (_, names) => {
  for (const recipient of twice(names)) {
    const pdf = await pdfOf({ recipient: recipient.slice(0, 9) })
    const lines = [readByPoppler(pdf), await readByPdfJs(pdf)]
    for (const found of lines) expect(found.filter((line) => recipient.includes(line))).toEqual(recipient.slice(0, 9))
    expect(lines.flat().join()).not.toContain("\ufffd")
  }
})

it("a name reads as it was written, whatever was printed before it", async () => {
  for (const name of ["جمال", "حمال", "جمال"]) {
    const pdf = await pdfOf({ recipient: [name] })
    expect([readByPoppler(pdf).includes(name), (await readByPdfJs(pdf)).includes(name)]).toEqual([true, true])
  }
})

it("the bytes of a statement do not depend on what was printed before it", async () => {
  const later = await pdfOf({ recipient: ["حمال"] })
  jest.resetModules()
  const { pdfOf: alone } = jest.requireActual<typeof StatementPdf>("../helpers/statement-pdf")
  expect(Buffer.compare(later, await alone({ recipient: ["حمال"] }))).toBe(0)
})
