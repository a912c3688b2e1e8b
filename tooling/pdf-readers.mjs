import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

/** Where Debian's packages put them. Preflight checks a PDF/A, the rest is what it needs beside Java. */
const JARS = ["preflight", "pdfbox2", "pdfbox2-tools", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"].map(
  (name) => `/usr/share/java/${name}.jar`
)
const PACKAGES = "poppler-utils default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java"

/**
 * The programs that read the statements back: poppler's pdftotext, and PDFBox Preflight. Neither is on npm.
 *
 * @returns {{ env: Record<string, string> } | { missing: string }}
 */
export function findPdfReaders() {
  const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0
  const hasPreflight = spawnSync("java", ["-version"]).status === 0 && JARS.every((jar) => existsSync(jar))
  if (hasPoppler && hasPreflight) return { env: { PREFLIGHT_CLASSPATH: JARS.join(":") } }
  return { missing: `no poppler or no PDFBox Preflight on this machine (Debian: apt-get install ${PACKAGES})` }
}
