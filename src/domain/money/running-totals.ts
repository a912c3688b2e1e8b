import BigNumber from "bignumber.js"

import { withDigits } from "./sums"

/** Exact sums by currency that grow row by row, for rows that are too many to hold. */
export class RunningTotals {
  private readonly sums = new Map<string, BigNumber>()

  add(currencyCode: string, amount: string): void {
    this.sums.set(currencyCode, (this.sums.get(currencyCode) ?? new BigNumber(0)).plus(amount))
  }

  get currencies(): string[] {
    return [...this.sums.keys()].sort()
  }

  /** A decimal string with the currency's digits. */
  of(currencyCode: string): string {
    return withDigits(this.sums.get(currencyCode) ?? new BigNumber(0), currencyCode)
  }
}
