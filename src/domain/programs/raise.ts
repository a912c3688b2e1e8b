import BigNumber from "bignumber.js"

import { InvalidInput } from "../errors"

/**
 * By how much a tier raises a commission: more than 0, at most 1000 percent of the commission, with at most four decimals.
 *
 * @throws InvalidInput naming the field.
 */
export function parseRaise(field: string, given: string): string {
  const text = given.trim()
  const raise = /^\d{1,4}(\.\d{1,4})?$/.test(text) ? new BigNumber(text) : null
  if (!raise || raise.isZero() || raise.gt(1000)) {
    throw new InvalidInput(field, "must be a percentage of the commission above 0, at most 1000, with at most four decimals")
  }
  return raise.toFixed()
}

/** The rate of a program when a tier is reached: 10 % raised by 20 % is 12 %. */
export const raisedRate = (ratePercent: string, raisePercent: string): string =>
  new BigNumber(ratePercent).times(new BigNumber(raisePercent).plus(100)).div(100).dp(4).toFixed()
