/// <reference types="jest" />
import { filterValues, oneValue } from "../filter-values"

it.each<[string, string | undefined, string | string[] | undefined]>([
  ["a filter that is not in the address", undefined, undefined],
  ["a filter without a value", "", undefined],
  ["a filter that was opened and not set yet", "null", undefined],
  ["a filter whose values were all taken away", "[]", undefined],
  ["a filter that was emptied", '""', undefined],
  ["one value", '"active"', "active"],
  ["one value written by hand", "active", "active"],
  ["a month written by hand", "2016-04", "2016-04"],
  ["a number", "2", "2"],
  ["yes or no written by hand", "true", "true"],
  ["several values", '["active","paused"]', ["active", "paused"]],
  ["several values with one that is not set", '["active",null,""]', ["active"]],
  ["an object, which no filter of ours writes", '{"$gte":"2016-04"}', undefined],
])("reads %s", (_what, raw, expected) => {
  expect(filterValues(raw)).toEqual(expected)
})

it.each([
  [undefined, undefined],
  ["true", "true"],
  [["true"], "true"],
  [["true", "false"], undefined],
  [[], undefined],
])("a choice of two, %j, filters by %j", (chosen, expected) => {
  expect(oneValue(chosen)).toBe(expected)
})
