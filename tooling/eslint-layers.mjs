import path from "node:path"

/**
 * What the folders of `src` may import besides themselves: the arrows of docs/architecture.md. Folders not named here carry requests.
 * @type {Record<string, string[]>}
 */
const below = {
  domain: [],
  modules: ["domain"],
  pdf: ["domain"],
  links: ["modules"],
  types: ["domain", "modules"],
  workflows: ["domain", "modules", "pdf", "links", "types", "hooks"],
  hooks: ["domain", "modules", "links", "types", "workflows"],
  charts: [],
  admin: ["domain", "types", "charts"],
  portal: ["domain", "types", "charts"],
  tracker: ["domain"],
  storefront: ["domain", "types"],
}
const carriers = ["domain", "pdf", "modules", "links", "types", "workflows", "hooks"]
below.scripts = [...carriers, "api"]

/** The nouns of the module from the ground up: each may import those before it. */
const nouns = [
  "database",
  "store",
  "agreements",
  "clicks",
  "promo-codes",
  "attribution",
  "rules",
  "commissions",
  "ledger",
  "payouts",
  "periods",
  "programs",
  "affiliates",
  "invitations",
  "orders",
  "referrals",
  "statements",
  "doctor",
  "notifications",
  "statistics",
  "imports",
  "exports",
]

/**
 * The domain is pure; of node:crypto it gets what always gives the same answer.
 * @type {Record<string, true | string[]>}
 */
const domainPackages = {
  "bignumber.js": true,
  ibantools: true,
  isbot: true,
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
      if (from === "modules" && to === "modules") return betweenNouns(target)
      if (!to || to === from) return undefined
      if (!(below[from ?? ""] ?? carriers).includes(to)) return `src/${from} must not import src/${to}.`
      if (to === "modules" && nounOf(target) && node.importKind !== "type") return "Call the module's service instead of its inside."
      return undefined
    }

    /** @param {string} file @returns {string | undefined} the room of the module it lies in */
    function nounOf(file) {
      const [, , noun] = path.relative(src, file).split(path.sep)
      return noun && nouns.includes(noun) ? noun : undefined
    }

    /** @param {string} target */
    function betweenNouns(target) {
      const here = nounOf(context.filename)
      const there = nounOf(target)
      if (!here || !there || nouns.indexOf(there) <= nouns.indexOf(here)) return undefined
      return `${here} must not import ${there}, which stands above it.`
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
