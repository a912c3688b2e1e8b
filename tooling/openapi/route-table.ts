import type { Schema } from "./schema"

type Operations = Record<string, Record<string, { description: string; tags: string[] }>>

const SECTIONS = {
  Public: "No key, from any origin.",
  Store:
    "With a publishable key; below `/store/affiliate-programs` and `/store/affiliates/me`, and for accepting an invitation, also the customer's login.",
  Admin: "For users of the dashboard and secret API keys.",
}

/** Every route in one line. */
export function routeTable(document: Schema): string {
  const operations = Object.entries(document.paths as Operations).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description, tags }]) => ({ route: `${method.toUpperCase()} ${path}`, description, tags }))
  )
  const sections = Object.entries(SECTIONS).map(([tag, who]) => {
    const rows = operations
      .filter(({ tags }) => tags.includes(tag))
      .map(({ route, description }) => `| \`${colons(route)}\` | ${description} |`)
    return [`## ${tag}`, "", who, "", "| route | what it does |", "| --- | --- |", ...rows, ""].join("\n")
  })
  const head = [
    "# All routes",
    "",
    "Written by `npm run openapi`, like [openapi.json](../openapi.json), which also has their parameters, bodies and answers.",
    "",
  ]
  return [...head, ...sections].join("\n")
}

const colons = (route: string): string => route.replace(/\{(\w+)\}/g, ":$1")
