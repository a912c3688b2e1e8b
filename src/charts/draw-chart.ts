import type uPlot from "uplot"
import type { Chart } from "./chart"
import { addChartStyles } from "./chart-styles"
import { chartTable } from "./chart-table"

const HEIGHT = 240
/** More points than these would run together. */
const MAX_DOTS = 31
/** Half of the widest label, which stands in the middle below the last point. */
const RIGHT = 40

/**
 * Draws a line chart into an element, with a table for screen readers, and follows the element's width. The library is loaded only now.
 *
 * @returns what removes the chart again.
 */
export async function drawChart(target: HTMLElement, chart: Chart): Promise<() => void> {
  const { default: Plot } = await import("uplot")
  addChartStyles()
  target.classList.add("affiliate-chart")
  const picture = document.createElement("div")
  picture.ariaHidden = "true"
  const words = document.createElement("div")
  words.className = "affiliate-chart-words"
  words.append(chartTable(chart))
  target.append(picture, words)

  const values = chart.points.map(({ value }) => value)
  const plot = new Plot(
    { ...optionsOf(chart), width: target.clientWidth, height: HEIGHT },
    [values.map((_, index) => index), values],
    picture
  )
  const observer = new ResizeObserver(() => {
    if (target.clientWidth > 0) plot.setSize({ width: target.clientWidth, height: HEIGHT })
  })
  observer.observe(target)
  return () => {
    observer.disconnect()
    plot.destroy()
    picture.remove()
    words.remove()
  }
}

function optionsOf({ points, colors, formatAxis, onHover }: Chart): Omit<uPlot.Options, "width" | "height"> {
  const axis = { stroke: colors.text, grid: { stroke: colors.grid, width: 1 }, ticks: { show: false }, font: "12px sans-serif" }
  return {
    legend: { show: false },
    padding: [null, RIGHT, null, null],
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { range: (_plot, min, max) => [Math.min(0, min * 1.1), max > 0 ? max * 1.1 : 1] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 96,
        incrs: [1, 2, 3, 5, 7, 10, 14, 30, 60, 100],
        values: (_plot, at) => at.map((x) => points[x]?.label ?? ""),
      },
      { ...axis, size: 64, values: (_plot, at) => at.map(formatAxis) },
    ],
    series: [
      {},
      { stroke: colors.line, fill: colors.fill, width: 2, points: { show: points.length <= MAX_DOTS, size: 5, fill: colors.line } },
    ],
    hooks: { setCursor: [({ cursor }) => onHover(points[cursor.idx ?? -1] ?? null)] },
  }
}
