import path from "node:path"

/**
 * What the folders of `src` may import besides themselves: the arrows of docs/architecture.md. Folders not named here carry requests.
 * @type {Record<string, string[]>}
 */
const below = {
  domain: [],
  modules: ["domain"],
  documents: ["domain"],
  links: ["modules"],
  types: ["domain", "modules"],
  workflows: ["domain", "modules", "links", "types", "hooks"],
  hooks: ["domain", "modules", "links", "types", "workflows"],
  admin: ["domain"],
}
const carriers = ["domain", "documents", "modules", "links", "types", "workflows", "hooks"]

/**
 * The domain is pure; of node:crypto it gets what always gives the same answer.
 * @type {Record<string, true | string[]>}
 */
const domainPackages = {
  "bignumber.js": true,
  ibantools: true,
  luxon: true,
  "markdown-it": true,
  "node:crypto": ["createHash", "createHmac", "timingSafeEqual"],
}

/** @type {import("eslint").Rule.RuleModule} */
export const layers = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const src = path.join(context.cwd, "src") + path.sep
    const from = layerOf(context.filename)
    if (!from) return {}

    /** @param {string} file */
    function layerOf(file) {
      return file.startsWith(src) ? file.slice(src.length).split(path.sep)[0] : undefined
    }

    /** @param {any} node an import or an export of any kind; ESLint has no common type for them */
    function check(node) {
      const wanted = node.source?.value
      if (typeof wanted !== "string") return
      const problem = wanted.startsWith(".") ? withinSource(wanted, node) : from === "domain" && outsideDomain(wanted, node)
      if (problem) context.report({ node, message: `${problem} See docs/architecture.md.` })
    }

    /** @param {string} wanted @param {{ importKind?: string }} node */
    function withinSource(wanted, node) {
      const target = path.resolve(path.dirname(context.filename), wanted)
      const to = layerOf(target)
      if (!to || to === from) return undefined
      if (!(below[from ?? ""] ?? carriers).includes(to)) return `src/${from} must not import src/${to}.`
      if (to === "modules" && /[\\/](operations|sql)([\\/]|$)/.test(target) && node.importKind !== "type")
        return "Call the module's service instead of its inside."
      return undefined
    }

    /** @param {string} wanted @param {{ specifiers?: { imported?: { name: string } }[] }} node */
    function outsideDomain(wanted, node) {
      const allowed = domainPackages[wanted]
      if (!allowed) return `The domain is pure: it must not import ${wanted}.`
      const names = (node.specifiers ?? []).map((specifier) => specifier.imported?.name ?? "*")
      return allowed === true || names.every((name) => allowed.includes(name))
        ? undefined
        : `The domain may import only ${allowed.join(", ")} from ${wanted}.`
    }

    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
