import en from "../../../admin/i18n/json/en.json"
import { INVARIANT_PROBLEMS, INVARIANTS } from "../invariants"

it("the dashboard says of each invariant what the command line says", () => {
  expect(en.health.invariants).toEqual(INVARIANTS)
})

it("the dashboard has a word for every problem, and for no other", () => {
  expect(Object.keys(en.health.problems).sort()).toEqual([...INVARIANT_PROBLEMS].sort())
})
