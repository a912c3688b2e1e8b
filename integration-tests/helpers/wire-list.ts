import type { Answer, Caller } from "./http"

/** What the documentation promises of a list. */
export interface WireList {
  key: string
  /** Filters that take one value or several of a closed list. */
  choices?: Record<string, readonly string[]>
  /** Filters that take any text, one or several. */
  texts?: readonly string[]
  /** Filters with operators. */
  times?: readonly string[]
  numbers?: readonly string[]
  amounts?: readonly string[]
  months?: readonly string[]
  days?: readonly string[]
  orders?: readonly string[]
  /** Orders that need more than the name. */
  ranged_orders?: readonly string[]
}

type Row = Record<string, unknown>

/** Checks a list with whatever rows it has: what it answers, what it filters by, what it refuses, and the orders of its rows. */
export async function checkList(caller: Caller, path: string, list: WireList): Promise<void> {
  try {
    await check(caller, path, list)
  } catch (error) {
    if (error instanceof Error) error.message = `${path}: ${error.message}`
    throw error
  }
}

/** A refusal of an unknown parameter or field, which names it. */
export function expectUnknown(route: string, { status, data }: Answer): void {
  const message = expect.stringMatching(/^nonsense: is unknown, (?:known are |nothing is taken here)/) as string
  expect([route, status, data.type, data.message]).toEqual([route, 400, "invalid_data", message])
}

async function check(caller: Caller, path: string, list: WireList): Promise<void> {
  const get = (query: Record<string, string>) => caller.get(`${path}?${new URLSearchParams(query).toString()}`)
  const rows = async (query: Record<string, string> = {}): Promise<Row[]> => {
    const answer = await get({ limit: "100", ...query })
    expect([query, answer.status, answer.data.message]).toEqual([query, 200, undefined])
    expect(Object.keys(answer.data as object).sort()).toEqual([list.key, "count", "limit", "offset"].sort())
    expect(answer.data.count).toBe(answer.data[list.key].length)
    return answer.data[list.key] as Row[]
  }
  const all = await rows()
  expect(all.length).toBeGreaterThan(0)

  await checkPage(get, list.key, all)
  await checkUnknown(get, list)
  for (const [name, values] of Object.entries(list.choices ?? {})) await checkChoice(caller, path, list.key, name, values)
  for (const name of list.texts ?? []) {
    expect([name, await rows({ [name]: "none,neither" })]).toEqual([name, []])
  }
  const { times = [], numbers = [], amounts = [], months = [], days = [] } = list
  for (const name of [...times, ...numbers, ...amounts, ...months, ...days]) {
    await checkOperators(rows, all, name, numbers.includes(name) || amounts.includes(name))
    const { status, data } = await get({ [`${name}[gte]`]: "soon" })
    expect([status, data.message]).toEqual([400, expect.stringMatching(new RegExp(`^${name}\\[gte\\]: must be `))])
  }
  for (const name of list.orders ?? []) {
    expect([name, (await rows({ order: `-${name}` })).map(text)]).toEqual([name, (await rows({ order: name })).map(text).reverse()])
  }
}

type Get = (query: Record<string, string>) => Promise<Answer>

async function checkPage(get: Get, key: string, all: Row[]): Promise<void> {
  expect((await get({})).data).toMatchObject({ count: all.length, offset: 0, limit: 20 })
  expect((await get({ limit: "1000" })).data).toMatchObject({ count: all.length, limit: 100 })
  const page = (await get({ limit: "1", offset: String(all.length - 1) })).data
  expect(page).toEqual({ [key]: all.slice(-1), count: all.length, offset: all.length - 1, limit: 1 })
}

async function checkUnknown(get: Get, list: WireList): Promise<void> {
  for (const name of ["nonsense", "nonsense[gte]"]) expectUnknown(name, await get({ [name]: "1" }))
  if (!list.orders) return
  const { status, data } = await get({ order: "nonsense" })
  const allowed = `order: must be one of ${[...list.orders, ...(list.ranged_orders ?? [])].join(", ")}, descending with - before it`
  expect([status, data.message]).toEqual([400, allowed])
}

/** Several values find what each of them finds, in every spelling. */
async function checkChoice(caller: Caller, path: string, key: string, name: string, values: readonly string[]): Promise<void> {
  const found = async (query: string) => {
    const { status, data } = await caller.get(`${path}?${query}`)
    expect([query, status]).toEqual([query, 200])
    return data[key].map(text).sort() as string[]
  }
  const each = (await Promise.all(values.map((value) => found(`${name}=${value}`)))).flat().sort()
  expect(await found(`${name}=${values.join(",")}`)).toEqual(each)
  expect(await found(values.map((value) => `${name}=${value}`).join("&"))).toEqual(each)
  expect(await found(values.map((value) => `${name}[]=${value}`).join("&"))).toEqual(each)

  const { status, data } = await caller.get(`${path}?${name}=${values[0]},nonsense`)
  expect([status, data.message]).toEqual([400, `${name}: must be one or several of ${values.join(", ")}`])
}

const OPERATORS: Record<string, (value: number | string, limit: number | string) => boolean> = {
  eq: (value, limit) => value === limit,
  gt: (value, limit) => value > limit,
  gte: (value, limit) => value >= limit,
  lt: (value, limit) => value < limit,
  lte: (value, limit) => value <= limit,
}

/** Each operator finds the rows that the answer itself says it should, around the middle one of their values. */
async function checkOperators(
  rows: (query?: Record<string, string>) => Promise<Row[]>,
  all: Row[],
  name: string,
  isNumber: boolean
): Promise<void> {
  const values = [...new Set(all.map((row) => row[name]).filter((value) => value !== null && value !== undefined))]
  const comparable = (value: unknown) => (isNumber ? Number(value) : String(value))
  values.sort((a, b) => (comparable(a) < comparable(b) ? -1 : 1))
  const limit = values[Math.floor(values.length / 2)] as string | number | undefined
  expect([name, typeof limit]).not.toEqual([name, "undefined"])
  for (const [operator, holds] of Object.entries(OPERATORS)) {
    const expected = all.filter((row) => row[name] !== null && holds(comparable(row[name]), comparable(limit))).map(text)
    for (const spelling of operator === "gte" ? ["gte", "$gte"] : [operator]) {
      const found = (await rows({ [`${name}[${spelling}]`]: String(limit) })).map(text)
      expect([name, spelling, limit, found]).toEqual([name, spelling, limit, expected])
    }
  }
  const between = { [`${name}[gt]`]: String(limit), [`${name}[lt]`]: String(limit) }
  expect([name, await rows(between)]).toEqual([name, []])
}

const text = (row: unknown): string => JSON.stringify(row)
