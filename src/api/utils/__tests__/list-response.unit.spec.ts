import type { MedusaRequest } from "@medusajs/framework/http"

import { listResponse } from "../list-response"

const request = { validatedQuery: { limit: 20, offset: 40 } } as unknown as MedusaRequest

it.each([
  ["nothing of a list that is always counted", undefined, {}],
  ["nothing where all rows were counted", true, {}],
  ["so where there are more than were counted", false, { is_count_exact: false }],
])("says %s", (_, is_count_exact, said) => {
  const rows = [{ id: "affcom_1" }]
  expect(listResponse(request, "affiliate_commissions", { rows, count: 1, is_count_exact })).toEqual({
    affiliate_commissions: rows,
    count: 1,
    offset: 40,
    limit: 20,
    ...said,
  })
})
