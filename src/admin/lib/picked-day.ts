import type { Day } from "../../domain/periods/day"

const two = (part: number): string => String(part).padStart(2, "0")

/** A calendar day as a browser-local Date, which is what a date picker takes. */
export function toPickedDay(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(year, month - 1, date)
}

export const fromPickedDay = (picked: Date): Day => `${String(picked.getFullYear())}-${two(picked.getMonth() + 1)}-${two(picked.getDate())}`
