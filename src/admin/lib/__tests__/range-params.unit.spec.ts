/// <reference types="jest" />
import { rangePath, readRange } from "../range-params"

const NOW = new Date("2026-11-29T12:00:00Z")
const read = (address: string, zone = "UTC") => readRange(new URLSearchParams(address), NOW, zone)

it.each([
  ["", "30_days", "2026-10-31", "2026-11-29"],
  ["range=this_month", "this_month", "2026-11-01", "2026-11-29"],
  ["range=own&from=2026-10-01&to=2026-10-03", "own", "2026-10-01", "2026-10-03"],
  ["range=own&from=2026-10-03&to=2026-10-01", "own", "2026-10-01", "2026-10-03"],
  ["range=own&from=2026-10-03", "30_days", "2026-10-31", "2026-11-29"],
  ["range=own&from=2026-02-30&to=2026-03-01", "30_days", "2026-10-31", "2026-11-29"],
  ["range=last_month&from=2026-01-01&to=2026-01-02", "last_month", "2026-10-01", "2026-10-31"],
  ["range=%3Cscript%3E", "30_days", "2026-10-31", "2026-11-29"],
])("%s is %s", (address, name, from, to) => {
  expect(read(address)).toMatchObject({ name, from, to })
})

it("tells instants in the zone, and those of the range before", () => {
  expect(read("range=own&from=2026-10-25&to=2026-10-25&program_id=affprog_1&currency_code=EUR", "Europe/Berlin")).toEqual({
    name: "own",
    timeZone: "Europe/Berlin",
    from: "2026-10-25",
    to: "2026-10-25",
    starts_at: "2026-10-24T22:00:00.000Z",
    ends_at: "2026-10-25T23:00:00.000Z",
    before: { from: "2026-10-24", to: "2026-10-24", starts_at: "2026-10-23T22:00:00.000Z", ends_at: "2026-10-24T22:00:00.000Z" },
    program_id: "affprog_1",
    currency_code: "eur",
  })
})

it.each([
  ["program_id=%22affprog_1%22", "affprog_1"],
  ["program_id=%5B%22affprog_1%22%5D", "affprog_1"],
  ["program_id=null", undefined],
])("reads what a table's filter wrote: %s", (address, program_id) => {
  expect(read(address).program_id).toBe(program_id)
})

it.each([
  ["range=this_month&program_id=affprog_1", {}, "range=this_month&program_id=affprog_1"],
  ["range=this_month&currency_code=eur", { currency_code: undefined }, "range=this_month"],
  ["range=own&from=2026-10-01&to=2026-10-03", { page: "/a?b=c&d" }, "range=own&from=2026-10-01&to=2026-10-03&page=%2Fa%3Fb%3Dc%26d"],
])("%s with %j links to %s", (address, filters, expected) => {
  expect(rangePath("/affiliates/clicks", read(address), filters)).toBe(`/affiliates/clicks?${expected}`)
})
