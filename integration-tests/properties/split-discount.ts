import { Fraction } from "./fraction"
import { netOf, taxFactor, type ReferenceLine } from "./reference-order"

/**
 * Takes a fixed discount off several lines, each by its part of what they cost after earlier discounts. Medusa computes and keeps the parts as
 * floats.
 */
export function splitOver(lines: ReferenceLine[], { value, inclusive }: { value: string; inclusive: boolean }): ReferenceLine[] {
  const cost = (line: ReferenceLine): Fraction =>
    netOf(line)
      .times(inclusive ? taxFactor(line.tax) : Fraction.one)
      .atLeast(Fraction.zero)
  const total = Fraction.sum(lines.map(cost))
  if (total.isZero) return lines
  const off = Fraction.of(value).atMost(total)
  return lines.map((line) => {
    if (cost(line).isZero) return line
    const written = (cost(line).toNumber() / total.toNumber()) * off.toNumber()
    return { ...line, discounts: [...line.discounts, { exact: off.times(cost(line)).over(total), written: String(written), inclusive }] }
  })
}
