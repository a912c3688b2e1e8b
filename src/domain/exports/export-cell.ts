import { safeCell } from "../text/safe-cell"

const NUMBER = /^-?\d+(\.\d+)?$/

/** A value of an export as a cell of a CSV that people may open in a spreadsheet. A negative amount is no formula. */
export const exportCell = (value: string | null): string => (value === null ? "" : NUMBER.test(value) ? value : safeCell(value))
