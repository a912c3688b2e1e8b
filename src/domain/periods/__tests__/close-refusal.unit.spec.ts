import { closeRefusal, type CloseFacts } from "../close-refusal"

const ENDED: CloseFacts = { first: "2016-02", last_closed: null, is_open: false, is_closed: false, has_ended: true, open_before: null }

describe("why the month of April 2016 cannot be closed", () => {
  it.each<[string, Partial<CloseFacts>, string | null]>([
    ["it has ended and is the first one open", {}, null],
    ["it is closed", { is_closed: true, has_ended: false, open_before: "2016-03" }, null],
    ["it has not ended", { has_ended: false, open_before: "2016-03" }, "not_ended null"],
    ["an earlier month is open", { open_before: "2016-03", is_open: true }, "earlier_month_open 2016-03"],
    ["a later one is closed, and nothing is in it", { last_closed: "2016-05" }, "counts_as_closed 2016-05"],
    ["a later one is closed, and something came into it", { last_closed: "2016-05", is_open: true }, null],
    ["the one before is closed", { last_closed: "2016-03" }, null],
    ["the program had not begun", { first: "2016-05" }, "not_begun 2016-05"],
    ["the program had not begun, and something came into it", { first: "2016-05", is_open: true }, null],
    ["the program began in it", { first: "2016-04" }, null],
  ])("%s", (_, facts, expected) => {
    const refusal = closeRefusal({ ...ENDED, ...facts }, "2016-04")
    expect(refusal && `${refusal.code} ${refusal.period}`).toBe(expected)
  })
})
