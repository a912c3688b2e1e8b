import { useEffect, useRef, useState } from "react"

import type { Chart, ChartPoint } from "../../charts/chart"
import { drawChart } from "../../charts/draw-chart"
import { useColorScheme } from "../lib/use-color-scheme"

type LineChartProps = Pick<Chart, "caption" | "columns" | "points" | "formatAxis">

const color = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--portal-${name}`).trim()

/** A chart in the portal's colors. The figure under the pointer, or the last one, is told in words above it. */
export function LineChart({ caption, columns, points, formatAxis }: LineChartProps) {
  const target = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<ChartPoint | null>(null)
  const scheme = useColorScheme()
  const [label, value] = columns
  const told = hovered ?? points.at(-1)

  useEffect(() => {
    const element = target.current
    if (!element) return
    // Only hexadecimal colors take two more digits for how much shines through.
    const colors = { line: color("accent"), fill: `${color("accent")}22`, grid: color("border"), text: color("soft") }
    const chart = { caption, columns: [label, value] as Chart["columns"], points, formatAxis, colors, onHover: setHovered }
    // Where the library cannot be loaded there is no picture, and the figure above it is all there is.
    const drawing = drawChart(element, chart).catch(() => () => undefined)
    return () => {
      setHovered(null)
      void drawing.then((remove) => remove())
    }
  }, [caption, label, value, points, formatAxis, scheme])

  return (
    <figure className="chart">
      <figcaption>
        <span className="soft">{told?.label}</span> <strong className="money">{told?.text}</strong>
      </figcaption>
      <div ref={target} className="chart-picture" />
    </figure>
  )
}
