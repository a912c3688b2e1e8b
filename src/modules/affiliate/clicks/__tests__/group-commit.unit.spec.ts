import { GroupCommit, Overloaded } from "../group-commit"

/** A database whose commits end when the test says so. */
function slowDatabase() {
  const batches: number[][] = []
  const commits: (() => void)[] = []
  const flush = (items: number[]) =>
    new Promise<string[]>((resolve) => {
      batches.push(items)
      commits.push(() => resolve(items.map((item) => `stored ${item}`)))
    })
  return { batches, flush, commit: () => commits.shift()?.() }
}

const upTo = (count: number, first = 0) => Array.from({ length: count }, (_, index) => first + index)
/** Until what has arrived is read and written. */
const settle = async () => {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe("GroupCommit", () => {
  it("an item alone in the queue does not wait for others", () => {
    const { batches, flush } = slowDatabase()
    void new GroupCommit(flush).add(1)
    expect(batches).toEqual([[1]])
  })

  it("items that arrive during a commit go together in the next one", async () => {
    const { batches, flush, commit } = slowDatabase()
    const group = new GroupCommit(flush)
    const results = Promise.all([1, 2, 3].map((item) => group.add(item)))
    expect(batches).toEqual([[1]])
    commit()
    await settle()
    expect(batches).toEqual([[1], [2, 3]])
    commit()
    expect(await results).toEqual(["stored 1", "stored 2", "stored 3"])
  })

  it("items that are read just after a commit go together too", async () => {
    const { batches, flush, commit } = slowDatabase()
    const group = new GroupCommit(flush)
    const first = group.add(1)
    commit()
    await first
    for (const item of [2, 3]) void group.add(item)
    await settle()
    expect(batches).toEqual([[1], [2, 3]])
  })

  it("acknowledges nothing before its commit", async () => {
    const { flush, commit } = slowDatabase()
    const group = new GroupCommit(flush)
    const acknowledged: string[] = []
    for (const item of [1, 2]) void group.add(item).then((result) => acknowledged.push(result))
    await settle()
    expect(acknowledged).toEqual([])
    commit()
    await settle()
    expect(acknowledged).toEqual(["stored 1"])
  })

  it("writes at most 500 at a time, in the order they came", async () => {
    const batches: number[][] = []
    const group = new GroupCommit((items: number[]) => {
      batches.push(items)
      return Promise.resolve(items)
    })
    expect(await Promise.all(upTo(1100).map((item) => group.add(item)))).toEqual(upTo(1100))
    expect(batches).toEqual([upTo(1), upTo(500, 1), upTo(500, 501), upTo(99, 1001)])
  })

  it("rejects items beyond its limit, and goes on", async () => {
    const { batches, flush, commit } = slowDatabase()
    const group = new GroupCommit(flush)
    const accepted = upTo(10_001).map((item) => group.add(item))
    await expect(group.add(-1)).rejects.toThrow(Overloaded)
    commit()
    await settle()
    const next = group.add(10_001)
    for (let batch = 0; batch < 21; batch++) {
      commit()
      await settle()
    }
    expect([(await Promise.all(accepted)).length, await next, batches.flat().length]).toEqual([10_001, "stored 10001", 10_002])
  })

  it("a failed flush rejects its own items; the next ones are written", async () => {
    const failure = new Error("the database is away")
    let calls = 0
    const group = new GroupCommit((items: number[]) => (++calls === 2 ? Promise.reject(failure) : Promise.resolve(items)))
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)))
    const after = await group.add(4)
    expect([outcomes, after]).toEqual([
      [
        { status: "fulfilled", value: 1 },
        { status: "rejected", reason: failure },
        { status: "rejected", reason: failure },
      ],
      4,
    ])
  })
})
