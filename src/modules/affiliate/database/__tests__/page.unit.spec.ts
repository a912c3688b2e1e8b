import { filterRows, orderBy, selectPage, withPattern, type Bounds, type Comparison } from "../page"

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

  it("take a condition made for the value", () => {
    const listing = { ...LISTING, conditions: { ...LISTING.conditions, id: (ids: string[]) => `p.id IN (${String(ids.length)})` } }
    expect(filterRows<Filters>(listing, { id: ["a", "b"] }).where).toBe("WHERE (p.id IN (2))")
    expect(filterRows<Filters>(listing, {}).where).toBe("")
  })

  it("search by a pattern, and by the whole text", () => {
    expect(withPattern({ q: " 50%_a " })).toEqual({ q: "%50\\%\\_a%", q_exact: "50%_a" })
    expect(withPattern({ q: " " })).toEqual({})
  })

  it("put no name into the statement that the list does not have", () => {
    const filters = { "id) OR (1=1": ["a"], number: { "gt 1) OR (1": 1 }, constructor: ["a"] } as unknown as Filters
    expect(filtered(filters).where).toBe("")
  })
})

describe("the order of a list", () => {
  const listing = { orders: LISTING.orders, id: ["p.id"], neverNull: ["number"] }

  it.each([
    ["number", "p.number ASC, p.id ASC"],
    ["-number", "p.number DESC, p.id DESC"],
    ["name", "p.name ASC NULLS FIRST, p.id ASC"],
    ["-name", "p.name DESC NULLS LAST, p.id DESC"],
  ])("by %s is that of an index unless there may be nulls", (order, expected) => {
    expect(orderBy(listing, order)).toBe(expected)
  })

  it("is one of the known", () => {
    expect(() => orderBy(listing, "-id; DROP TABLE p")).toThrow("order: must be one of number, created_at, name")
  })
})

it("looks up only the rows of a page", () => {
  const listing = { fields: "p.id, q.name", from: "p", id: ["p.id", "p.part"] }
  expect(selectPage(listing, "WHERE a", "p.id ASC", "LIMIT 1")).toBe("SELECT p.id, q.name FROM p WHERE a ORDER BY p.id ASC LIMIT 1")
  expect(selectPage({ ...listing, joins: "JOIN q ON q.id = p.id" }, "WHERE a", "p.id ASC", "LIMIT 1")).toBe(
    "SELECT p.id, q.name FROM (SELECT *, row_number() OVER () AS place FROM (SELECT p.id, p.part FROM p WHERE a ORDER BY p.id ASC LIMIT 1) cut) page " +
      "JOIN p ON p.id = page.id AND p.part = page.part JOIN q ON q.id = p.id ORDER BY page.place"
  )
})
