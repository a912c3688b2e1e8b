import axios, { AxiosHeaders, type AxiosAdapter } from "axios"

import { checkAnswers } from "../helpers/described-answers"

/** What guards every other test of a store has to fail where an answer is not as described. */
const TOTALS = "/admin/affiliate-commissions/totals"
const total = { currency_code: "eur", commission_count: 1, order_count: 1, expense_amount: "10.00", amount: "1.00" }
const history = (row: object) => ({ history: [{ valid_from: "now", status: "active", commission_percent: null, ...row }] })

function ask(url: string, data: unknown, { status = 200, type = "application/json" } = {}): Promise<unknown> {
  const adapter: AxiosAdapter = (config) =>
    Promise.resolve({ data, status, statusText: "", headers: new AxiosHeaders({ "content-type": `${type}; charset=utf-8` }), config })
  const api = axios.create({ adapter, validateStatus: () => true })
  checkAnswers(api)
  return api.get(url)
}

it.each([
  ["an answer", TOTALS, { totals: [total] }],
  ["an answer with null", "/admin/affiliates/aff_1/history", history({})],
  ["an answer cut by fields", "/admin/affiliates?fields=id", { affiliates: [{ id: "aff_1" }], count: 1, offset: 0, limit: 20 }],
  ["a route of Medusa's", "/admin/orders", "anything"],
])("takes %s", async (_, url, data) => {
  await expect(ask(url, data)).resolves.toMatchObject({ status: 200 })
})

it.each([
  ["a field that is not described", TOTALS, { totals: [{ ...total, extra: 1 }] }, {}, /additionalProperty":"extra"/],
  ["a field that is missing", TOTALS, { totals: [{ ...total, amount: undefined }] }, {}, /amount/],
  ["a field of another type", TOTALS, { totals: [{ ...total, amount: 1 }] }, {}, /must be string/],
  ["a word that is not described", "/admin/affiliates/aff_1/history", history({ status: "new" }), {}, /allowed values/],
  [
    "a time that is none",
    "/admin/affiliates/aff_1/notes?fields=created_at",
    { notes: [{ created_at: "2016" }], count: 1, offset: 0, limit: 1 },
    {},
    /date-time/,
  ],
  ["a status that is not described", TOTALS, { message: "" }, { status: 409 }, /answers 409, which/],
  ["a type that is not described", TOTALS, "a,b", { type: "text/csv" }, /as text\/csv, which/],
  ["an error without a type", TOTALS, { message: "" }, { status: 400 }, /type/],
])("refuses %s", async (_, url, data, answer, said) => {
  await expect(ask(url, data, answer)).rejects.toThrow(said)
})
