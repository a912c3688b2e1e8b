/** One point of a chart: what is drawn, and what people read. */
export interface ChartPoint {
  /** The day, week or month. */
  label: string
  /** Only drawn, so a float is exact enough. */
  value: number
  /** The exact figure. */
  text: string
}

export interface Chart {
  caption: string
  /** The headings of the table's two columns. */
  columns: [label: string, value: string]
  points: ChartPoint[]
  colors: { line: string; fill: string; grid: string; text: string }
  /** The text of a value on the axis. */
  formatAxis: (value: number) => string
  /** Called with the point under the cursor or finger, and with null when there is none. */
  onHover: (point: ChartPoint | null) => void
}
