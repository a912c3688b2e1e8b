import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { root } from "./install.mjs"

const folder = path.join(root, ".cache", "consumer")
const BLOCK = /^```ts\n([^]*?)^```$/gm

/** Something that the types of each entry point have to refuse: what cannot be resolved would be `any`, and refuse nothing. */
const REFUSED = `import type { paths } from "medusa-plugin-affiliate/api"
import { cartPromotionContext } from "medusa-plugin-affiliate/hooks"
import affiliate, { AbstractPayoutProvider } from "medusa-plugin-affiliate/modules/affiliate"
import { createAffiliateClient } from "medusa-plugin-affiliate/storefront"
import type { StoreAffiliateClick } from "medusa-plugin-affiliate/types"
import { createPayoutsWorkflow } from "medusa-plugin-affiliate/workflows"

// @ts-expect-error
export type NoRoute = paths["/admin/nothing"]
// @ts-expect-error
export const context = cartPromotionContext(1)
// @ts-expect-error
export const nothing = new affiliate.service(undefined as never).payouts.nothing
// @ts-expect-error
export class Provider extends AbstractPayoutProvider { static identifier: number = 1 }
// @ts-expect-error
export const client = createAffiliateClient(1)
// @ts-expect-error
export const click: StoreAffiliateClick = { token: 1 }
// @ts-expect-error
export const payouts = createPayoutsWorkflow(1)
`

/** What TypeScript says against the types of the built package, as those see them who import it, and against the programs of a document. */
export function wrongTypes() {
  const programs = [...readFileSync(path.join(root, "docs/how-to/use-the-api.md"), "utf8").matchAll(BLOCK)].map(([, text = ""]) => text)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, "node_modules"), { recursive: true })
  symlinkSync(root, path.join(folder, "node_modules", "medusa-plugin-affiliate"), "dir")
  const files = [REFUSED, ...programs].map((text, index) => {
    const file = path.join(folder, `consumer-${index}.ts`)
    writeFileSync(file, text)
    return file
  })
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    noEmit: true,
    types: ["node"],
    typeRoots: [path.join(root, "node_modules", "@types")],
  })
  // Ours alone: Medusa's own declarations are not checked here.
  const own = program.getSourceFiles().filter(({ fileName }) => files.includes(fileName) || fileName.startsWith(path.join(root, ".medusa")))
  const undeclared = own.flatMap(undeclaredImports)
  const found = own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
  const wrong = found.map(({ file, start = 0, messageText }) => {
    const line = file ? `${path.relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}` : ""
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
  })
  return [...undeclared, ...wrong]
}

/** Types of a package that package.json does not name: pnpm keeps it out of reach. @param {ts.SourceFile} file */
function undeclaredImports({ fileName, text }) {
  if (!fileName.startsWith(path.join(root, ".medusa"))) return []
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))
  return ts.preProcessFile(text).importedFiles.flatMap(({ fileName: name }) => {
    const packageName = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name
    const isKnown = name.startsWith(".") || packageName in dependencies || packageName in peerDependencies
    return isKnown ? [] : [`${path.relative(root, fileName)} imports ${name}, which package.json does not name`]
  })
}
