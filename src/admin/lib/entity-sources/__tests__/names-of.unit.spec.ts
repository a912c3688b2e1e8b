/// <reference types="jest" />
import type { PaginatedResponse } from "../../../../types"
import type { EntitySource } from "../../../hooks/use-entity-options"
import { namesOf } from "../names-of"

interface Answer extends PaginatedResponse {
  ids: string[]
}

it.each([
  [0, []],
  [1, [1]],
  [100, [100]],
  [250, [100, 100, 50]],
])("names %i records, in requests of %j", async (count, requests) => {
  const ids = Array.from({ length: count }, (_, index) => `prod_${String(index)}`)
  const asked: number[] = []
  const source: EntitySource<Answer> = {
    key: ["products"],
    fetch: async ({ id = [], limit, offset }) => {
      asked.push(limit)
      return { ids: id.filter((one) => one !== "prod_7"), count: id.length, limit, offset }
    },
    toOptions: (answer) => answer.ids.map((id) => ({ value: id, label: `Name of ${id}` })),
  }
  const named = await namesOf(source, ids)
  expect(asked).toEqual(requests)
  expect(named.map(({ value }) => value)).toEqual(ids.filter((id) => id !== "prod_7"))
})
