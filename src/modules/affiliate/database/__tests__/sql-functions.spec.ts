import { setTimeout as sleep } from "node:timers/promises"

import { ISO_4217 } from "../../../../domain/money/__tests__/iso-4217"
import { currencyDigits } from "../../../../domain/money/decimal"
import { addPeriods, periodBounds } from "../../../../domain/periods/period"
import { rows } from "../connection"
import { moduleSuite, value } from "../../__tests__/suite"

/** What is behind us is the same in all time zone data; what is ahead differs from release to release. */
const HISTORY = "2024-12"

const ROUNDED: [label: string, amount: string, currency: string, rounded: string][] = [
  ["half a cent goes up", "0.005", "eur", "0.01"],
  ["less than half goes down", "0.0049999999999999999", "eur", "0.00"],
  ["a quotient that misses half a cent by less than 10^-20 is half a cent", "0.0049999999999999999999999999", "eur", "0.01"],
  ["a quotient that exceeds half a cent by as little is half a cent too", "-0.0050000000000000000000000001", "eur", "-0.01"],
  ["an odd half goes up", "0.015", "eur", "0.02"],
  ["an even half goes up too", "0.025", "eur", "0.03"],
  ["what floats would round down", "1.005", "eur", "1.01"],
  ["minus half a cent goes away from zero", "-0.005", "eur", "-0.01"],
  ["minus an even half too", "-0.025", "eur", "-0.03"],
  ["minus less than half", "-0.0049", "eur", "0.00"],
  ["15.00 at 10 %", "1.5", "eur", "1.50"],
  ["the currency in capitals", "0.005", "EUR", "0.01"],
  ["an unknown currency has two digits", "0.005", "zzz", "0.01"],
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

  it("affiliate_currency_digits gives the domain's digits for every code of ISO 4217", async () => {
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

  it("affiliate_ratio keeps enough decimals for a sum of quotients to be exactly half a unit", async () => {
    // 0.595 / 1.19 is half a unit exactly; in two uneven parts it is so only if neither loses its tail.
    const whole = await value<string>(
      sql(),
      `SELECT affiliate_round(affiliate_ratio(0.1, 1.19) + affiliate_ratio(0.495, 1.19), 'jpy')::text`
    )
    expect(whole).toBe("1")
    expect(await value<string | null>(sql(), `SELECT affiliate_ratio(1, 0)::text`)).toBeNull()
  })

  it("affiliate_is_float tells what floats leave of a quotient from the decimals that merchants write", async () => {
    const isFloat = (amount: number | string) =>
      value<boolean>(sql(), `SELECT affiliate_is_float(:amount::numeric)`, { amount: String(amount) })
    const quotients = [25 / 3, 5 / 3, (10 * 100) / 120.05, 1 / 1.19, (0.05 * 119.99) / 1.19, 1e7 / 3, 0.01 / 3, -25 / 3, 0.1 + 0.2]
    for (const amount of quotients) expect([amount, await isFloat(amount)]).toEqual([amount, true])
    const decimals = [
      "0",
      "10",
      "8.33",
      "0.9995",
      "67901.23395",
      "-119.00",
      "12345678.901234",
      "1000000000000000",
      "0.000000000000001",
      "NaN",
    ]
    for (const amount of decimals) expect([amount, await isFloat(amount)]).toEqual([amount, false])
  })

  it("affiliate_float_noise lies above what floats lose and far below the smallest unit", async () => {
    const noise = (size: string, currency: string) =>
      value<string>(sql(), `SELECT trim_scale(affiliate_float_noise(:size::numeric, :currency))::text`, { size, currency })
    expect(await noise("120.05", "eur")).toBe("0.0000000000012005")
    expect(await noise("10000000", "vnd")).toBe("0.0000001")
    // Never more than a millionth of the smallest unit, however large the order.
    expect(await noise("90071992547409.91", "eur")).toBe("0.00000001")
    expect(await noise("90071992547409.91", "jpy")).toBe("0.000001")
    expect(await noise("90071992547409.91", "kwd")).toBe("0.000000001")
  })

  it("a period ends where the next one begins, in every time zone from 1970 to 2040; what is history, in PostgreSQL as in the domain", async () => {
    const known = await rows<{ name: string }>(sql(), `SELECT name FROM pg_timezone_names`)
    const names = new Set(known.map(({ name }) => name))
    const zones = Intl.supportedValuesOf("timeZone").filter((zone) => names.has(zone))
    const months = Array.from({ length: 71 * 12 }, (_, index) => addPeriods("1970-01", index))

    const differing: unknown[] = []
    for (const zone of zones) {
      const found = await rows<{ period: string; starts_at: Date; names_itself: boolean; before: string }>(
        sql(),
        `SELECT period, starts_at, to_char(starts_at AT TIME ZONE :zone, 'YYYY-MM') = period AS names_itself,
                to_char((starts_at - interval '1 millisecond') AT TIME ZONE :zone, 'YYYY-MM') AS before
         FROM (SELECT period, affiliate_period_start(period, :zone) AS starts_at
               FROM unnest(:months::text[]) AS period OFFSET 0) m ORDER BY period`,
        { zone, months }
      )
      const bounds = months.map((month) => periodBounds(month, zone))
      found.forEach(({ period, starts_at, names_itself, before }, index) => {
        const [own, former] = [bounds[index]!, bounds[index - 1]]
        const isStart = names_itself && before === (months[index - 1] ?? "1969-12")
        const isSame =
          period > HISTORY ||
          (starts_at.getTime() === own.starts_at.getTime() && (!former || former.ends_at.getTime() === starts_at.getTime()))
        if (!isStart || !isSame) differing.push({ zone, period, starts_at, domain: own.starts_at, before })
      })
    }
    expect(differing).toEqual([])
    expect(zones.length).toBeGreaterThanOrEqual(400)
  }, 600_000)
})
