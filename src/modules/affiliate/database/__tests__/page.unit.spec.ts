import { filterRows, type Bounds, type Comparison } from "../page"

interface Filters {
  id?: string[]
  q?: string
  number?: Comparison<number>
  created_at?: Bounds<Date>
}

const LISTING = {
  conditions: { id: "p.id = ANY(:id)", q: "p.name ILIKE :q OR p.code ILIKE :q" },
  orders: { number: "p.number", created_at: "coalesce(p.created_at, now())", name: "p.name" },
}
const TIME = new Date("2026-01-02T03:04:05.678Z")

const filtered = (filters: Filters) => filterRows<Filters>(LISTING, filters)

describe("the filters of a list", () => {
  it("leave the list whole when none is given", () => {
    expect(filtered({})).toEqual({ where: "", bindings: {} })
    expect(filtered({ id: undefined, created_at: undefined, number: {} }).where).toBe("")
  })

  it("take a condition of their own", () => {
    const filters = { id: ["a"], q: "%a%" }
    expect(filtered(filters)).toEqual({ where: "WHERE (p.id = ANY(:id)) AND (p.name ILIKE :q OR p.code ILIKE :q)", bindings: filters })
  })

  it("compare with one of some values", () => {
    expect(filtered({ number: [1, 2] })).toEqual({ where: "WHERE (p.number = ANY(:number))", bindings: { number: [1, 2] } })
  })

  it.each([
    ["eq", "p.number = :number_eq"],
    ["gt", "p.number > :number_gt"],
    ["gte", "p.number >= :number_gte"],
    ["lt", "p.number < :number_lt"],
    ["lte", "p.number <= :number_lte"],
  ])("compare a number by %s", (operator, clause) => {
    expect(filtered({ number: { [operator]: 7 } })).toMatchObject({ where: `WHERE (${clause})`, bindings: { [`number_${operator}`]: 7 } })
  })

  const NEXT = (name: string) => `:${name}::timestamptz + interval '1 millisecond'`
  it.each([
    ["eq", `F >= :created_at_eq AND F < ${NEXT("created_at_eq")}`],
    ["gt", `F >= ${NEXT("created_at_gt")}`],
    ["gte", "F >= :created_at_gte"],
    ["lt", "F < :created_at_lt"],
    ["lte", `F < ${NEXT("created_at_lte")}`],
  ])("compare a time by %s to the millisecond", (operator, clause) => {
    const { where, bindings } = filtered({ created_at: { [operator]: TIME } })
    expect(where).toBe(`WHERE (${clause.replaceAll("F", "coalesce(p.created_at, now())")})`)
    expect(bindings).toMatchObject({ [`created_at_${operator}`]: TIME })
  })

  it("all hold", () => {
    const { where } = filtered({ id: ["a"], number: { gt: 1, lte: 9 }, created_at: { lt: TIME } })
    expect(where.split(" AND ")).toHaveLength(4)
  })

  it("put no name into the statement that the list does not have", () => {
    const filters = { "id) OR (1=1": ["a"], number: { "gt 1) OR (1": 1 }, constructor: ["a"] } as unknown as Filters
    expect(filtered(filters).where).toBe("")
  })
})
