import { mayJoin } from "../enrollment"

describe("mayJoin", () => {
  it.each<[string, string[], string[], boolean]>([
    ["no groups: everybody", [], ["a"], true],
    ["no groups: also who is in none", [], [], true],
    ["in the group", ["a"], ["a"], true],
    ["in one of the groups", ["a", "b"], ["c", "b"], true],
    ["in another group", ["a"], ["b"], false],
    ["in no group", ["a"], [], false],
  ])("%s", (_, eligible, groups, expected) => {
    expect(mayJoin(eligible, groups)).toBe(expected)
  })
})
