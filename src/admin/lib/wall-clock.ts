const two = (part: number): string => String(part).padStart(2, "0")

/** The wall-clock time of an instant in `timeZone`, as a browser-local Date for a date picker. */
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

/** The picked time without an offset, "2026-09-01T00:00:00". The API reads it in the program's time zone. */
export const fromWallClock = (picked: Date): string =>
  `${String(picked.getFullYear())}-${two(picked.getMonth() + 1)}-${two(picked.getDate())}` +
  `T${two(picked.getHours())}:${two(picked.getMinutes())}:00`
