import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

/** Preflight knows PDF/A-1b only. PDF/A-2b differs in its number, and no longer asks for the set of glyphs of a font. */
const OF_PART_1 = [
  /^7\.11\.2 : Error on MetaData, part must be 1$/,
  /^3\.1\.11 : .*: The CIDSet entry is missing for the Composite Subset$/,
]
const SAID_OF_A_FILE = /^The file \S+ is (not )?a valid PDF\/A-1b file/

/** What keeps files from being a PDF/A-2b, file by file in one run of PDFBox Preflight. */
export function preflightFaults(pdfs: Buffer[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "preflight-"))
  try {
    for (const [n, pdf] of pdfs.entries()) writeFileSync(path.join(folder, `${n}.pdf`), pdf)
    const args = ["-cp", process.env.PREFLIGHT_CLASSPATH ?? "", "org.apache.pdfbox.preflight.Validator_A1b", "group", folder]
    const { stdout, stderr } = spawnSync("java", args, { encoding: "utf8", maxBuffer: 2 ** 28 })
    const lines = [...stdout.split("\n"), ...stderr.split("\n")].map((line) => line.trim()).filter((line) => line !== "")
    const checked = lines.filter((line) => SAID_OF_A_FILE.test(line)).length
    if (checked !== pdfs.length) throw new Error(`Preflight checked ${checked} of ${pdfs.length} files: ${lines.slice(0, 5).join("; ")}`)
    return lines.filter((line) => ![SAID_OF_A_FILE, ...OF_PART_1].some((known) => known.test(line)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
