const two = (part: number): string => String(part).padStart(2, "0")

/** What a clock in `timeZone` shows at an instant, as the browser-local Date that a date picker shows. */
export function toWallClock(instant: string, timeZone: string): Date {
  const options = {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  } as const
  const parts = new Intl.DateTimeFormat("en-US", options).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((candidate) => candidate.type === type)?.value)
  return new Date(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"))
}

/** What was picked, as a time without an offset: the API reads it in the program's time zone. "2026-09-01T00:00:00" */
export const fromWallClock = (picked: Date): string =>
  `${String(picked.getFullYear())}-${two(picked.getMonth() + 1)}-${two(picked.getDate())}` +
  `T${two(picked.getHours())}:${two(picked.getMinutes())}:00`
