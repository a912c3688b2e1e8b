import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const ROOM = path.join(__dirname, "../..")

/** Words that may stand behind a table's name and are no alias. */
const KEYWORDS = new Set(
  "where on set as order group left join limit cross for using union select from values and or inner lateral returning default".split(" ")
)

const ALIASED = /\b(?:FROM|JOIN|UPDATE|INTO)\s+("order"|[a-z]+(?:_[a-z]+)*)\s+(?:AS\s+)?([a-z_]+)\b/g

/** The table of README.md: each table's alias. */
const documented = new Map(
  [...readFileSync(path.join(ROOM, "database/README.md"), "utf8").matchAll(/^\| `"?([a-z_]+)"?` \| `([a-z_]+)` \|$/gm)].map(
    ([, table = "", alias = ""]) => [table, alias] as const
  )
)
const aliases = new Set(documented.values())

interface Use {
  table: string
  alias: string
}

const usesIn = (source: string): Use[] =>
  [...source.matchAll(ALIASED)]
    .map(([, table = "", alias = ""]) => ({ table: table.replaceAll('"', ""), alias }))
    .filter(({ table, alias }) => documented.has(table) && !KEYWORDS.has(alias))

/** A second row of a table has the name of its role: a word, and no other table's alias. */
const isAllowed = ({ table, alias }: Use): boolean => documented.get(table) === alias || (alias.length > 3 && !aliases.has(alias))

const files = readdirSync(ROOM, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.includes("__tests__"))

describe("aliases of tables", () => {
  it("the module uses those of its README, or a role's name", () => {
    const uses = files.flatMap((file) => usesIn(readFileSync(path.join(ROOM, file), "utf8")).map((use) => ({ file, ...use })))

    expect(uses.length).toBeGreaterThan(100)
    expect(uses.filter((use) => !isAllowed(use))).toEqual([])
  })

  it.each([
    ["FROM affiliate_program p WHERE p.id = 1", false],
    ["FROM affiliate_program program", true],
    ["JOIN affiliate_period closed ON true", true],
    ["JOIN affiliate_period line ON true", false],
    ["UPDATE affiliate_period SET status = 'closed'", true],
  ])("%s", (source, allowed) => {
    expect(usesIn(source).every(isAllowed)).toBe(allowed)
  })
})
