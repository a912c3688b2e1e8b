import { setTimeout as sleep } from "node:timers/promises"

import { ISO_4217 } from "../../../domain/__tests__/iso-4217"
import { currencyDigits } from "../../../domain/decimal"
import { addPeriods, periodAt, periodBounds } from "../../../domain/period"
import { rows } from "../sql/connection"
import { moduleSuite, value } from "./suite"

const ROUNDED: [label: string, amount: string, currency: string, rounded: string][] = [
  ["half a cent goes up", "0.005", "eur", "0.01"],
  ["less than half goes down", "0.0049999999999999999999", "eur", "0.00"],
  ["an odd half goes up", "0.015", "eur", "0.02"],
  ["an even half goes up too", "0.025", "eur", "0.03"],
  ["what floats would round down", "1.005", "eur", "1.01"],
  ["minus half a cent goes away from zero", "-0.005", "eur", "-0.01"],
  ["minus an even half too", "-0.025", "eur", "-0.03"],
  ["minus less than half", "-0.0049", "eur", "0.00"],
  ["15.00 at 10 %", "1.5", "eur", "1.50"],
  ["the currency in capitals", "0.005", "EUR", "0.01"],
  ["a currency nobody knows has two digits", "0.005", "zzz", "0.01"],
  ["half a yen goes up", "0.5", "jpy", "1"],
  ["less than half a yen does not exist", "0.4999", "jpy", "0"],
  ["two and a half yen", "2.5", "jpy", "3"],
  ["minus half a yen", "-0.5", "jpy", "-1"],
  ["half a fils goes up", "0.0005", "kwd", "0.001"],
  ["minus half a fils", "-0.0005", "kwd", "-0.001"],
  ["two digits are three", "1.25", "kwd", "1.250"],
  ["half of the fourth decimal", "0.00005", "clf", "0.0001"],
  ["minus half of the fourth decimal", "-0.00005", "clf", "-0.0001"],
  ["2^53 + 1 cents", "90071992547409.93", "eur", "90071992547409.93"],
  ["2^53 + 1 cents and a half", "90071992547409.935", "eur", "90071992547409.94"],
  ["thirty digits", "123456789012345678901234567890.125", "eur", "123456789012345678901234567890.13"],
]

moduleSuite(({ sql }) => {
  it("affiliate_round rounds half away from zero, to the currency's digits", async () => {
    const found: [string, string][] = []
    for (const [label, amount, currency] of ROUNDED) {
      found.push([label, await value<string>(sql(), `SELECT affiliate_round(:amount::numeric, :currency)::text`, { amount, currency })])
    }
    expect(found).toEqual(ROUNDED.map(([label, , , rounded]) => [label, rounded]))
  })

  it("affiliate_currency_digits knows what the domain knows, for every code of ISO 4217", async () => {
    const codes = ISO_4217.flatMap(([code]) => [code, code.toUpperCase()])
    const found = await rows<{ code: string; digits: number }>(
      sql(),
      `SELECT code, affiliate_currency_digits(code) AS digits FROM unnest(:codes::text[]) WITH ORDINALITY AS c(code, position) ORDER BY position`,
      { codes: [...codes, "zzz", "constructor", ""] }
    )
    expect(found.map(({ code, digits }) => [code, digits])).toEqual(
      [...codes, "zzz", "constructor", ""].map((code) => [code, currencyDigits(code)])
    )
  })

  it("affiliate_new_id makes ids that are unique and sort by time", async () => {
    const made = async () =>
      (await rows<{ id: string }>(sql(), `SELECT affiliate_new_id('affcom') AS id FROM generate_series(1, 10000)`)).map(({ id }) => id)
    const began = Date.now()
    const first = await made()
    await sleep(5)
    const second = await made()

    const times = first.map((id) => parseInt(id.slice("affcom_".length, "affcom_".length + 12), 16))
    expect(new Set([...first, ...second]).size).toBe(20_000)
    expect(first.filter((id) => !/^affcom_[0-9a-f]{26}$/.test(id))).toEqual([])
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect([...first].sort().at(-1)! < [...second].sort()[0]!).toBe(true)
    expect(Math.abs(times[0]! - began) < 60_000).toBe(true)
  })

  it("affiliate_period_start is the domain's month start, in every time zone both know", async () => {
    const months = ["2011-12", "2017-10", "2020-11", "2023-10", "2024-02", "2024-03"].flatMap((month) => [month, addPeriods(month, 1)])
    const known = await rows<{ name: string }>(sql(), `SELECT name FROM pg_timezone_names`)
    const names = new Set(known.map(({ name }) => name))
    const zones = Intl.supportedValuesOf("timeZone").filter((zone) => names.has(zone))
    const pairs = zones.flatMap((zone) => months.map((period) => ({ zone, period })))

    const found = await rows<{ zone: string; period: string; starts_at: Date; named: string }>(
      sql(),
      `SELECT zone, period, affiliate_period_start(period, zone) AS starts_at,
              to_char(affiliate_period_start(period, zone) AT TIME ZONE zone, 'YYYY-MM') AS named
       FROM json_to_recordset(:pairs::json) AS p(zone text, period text)`,
      { pairs: JSON.stringify(pairs) }
    )
    const differing = found.filter(({ zone, period, starts_at, named }) => {
      const start = periodBounds(period, zone).starts_at
      return start.getTime() !== starts_at.getTime() || named !== period || periodAt(start, zone) !== period
    })
    expect(differing).toEqual([])
    expect([zones.length >= 400, found.length]).toEqual([true, zones.length * 12])
  })
})
