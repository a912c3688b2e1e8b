const DELIMITERS = [",", ";", "\t"]

/** What parts the cells of a CSV file, by its first line: of comma, semicolon and tab the one that stands there most often outside of quotes. */
export function csvDelimiter(start: string): string {
  const header = (start.split(/\r|\n/)[0] ?? "").replace(/"(?:[^"]|"")*"/g, "")
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ","
}
