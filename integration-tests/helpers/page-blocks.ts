import { readFileSync } from "node:fs"
import path from "node:path"

/** The code blocks of a document in one language. */
export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(path.resolve(__dirname, "../..", page), "utf8")
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, block = ""]) => block)
}
