import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { pdfOf } from "../helpers/statement-pdf"

jest.setTimeout(120_000)

/** Preflight knows PDF/A-1b only. PDF/A-2b differs in its number, and no longer asks for the set of glyphs of a font. */
const OF_PART_1 = [
  /^7\.11\.2 : Error on MetaData, part must be 1$/,
  /^3\.1\.11 : .*: The CIDSet entry is missing for the Composite Subset$/,
]

/** What keeps a file from being a PDF/A. */
function faultsOf(pdf: Buffer): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "preflight-"))
  const file = path.join(folder, "statement.pdf")
  try {
    writeFileSync(file, pdf)
    const args = ["-cp", process.env.PREFLIGHT_CLASSPATH ?? "", "org.apache.pdfbox.preflight.Validator_A1b", file]
    const { stdout, stderr } = spawnSync("java", args, { encoding: "utf8" })
    expect(stdout).toContain("PDF/A-1b file")
    return [...stdout.split("\n").slice(1), ...stderr.split("\n")].map((line) => line.trim()).filter((line) => line !== "")
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it.each([
  ["an ordinary name", "Lampenladen"],
  ["an ampersand", "Muster GmbH & Co. KG"],
  ["markup", `<b>"A" & 'B'</b> ]]> &amp;`],
  ["every script", "王小明 جمال प्रिया กรุงเทพฯ דנה Łódź 😀"],
])("is a PDF/A with %s as issuer", async (_, issuer) => {
  const faults = faultsOf(await pdfOf({ issuer, recipient: [issuer] }))
  expect(faults.filter((fault) => !OF_PART_1.some((known) => known.test(fault)))).toEqual([])
})
