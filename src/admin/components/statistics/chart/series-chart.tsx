import { Text } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type { Chart, ChartPoint } from "../../../../charts/chart"
import { drawChart } from "../../../../charts/draw-chart"
import { useTheme } from "../../../hooks/use-theme"

type SeriesChartProps = Pick<Chart, "caption" | "columns" | "points" | "formatAxis">

const color = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** The chart in the dashboard's colors, and above it the figure under the cursor. */
export function SeriesChart({ caption, columns, points, formatAxis }: SeriesChartProps) {
  const target = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<ChartPoint | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const theme = useTheme()
  const [label, value] = columns

  useEffect(() => {
    if (!target.current) return
    const element = target.current
    const colors = {
      line: color("--fg-interactive"),
      fill: color("--tag-blue-bg"),
      grid: color("--border-base"),
      text: color("--fg-muted"),
    }
    let remove: (() => void) | undefined
    let isGone = false
    const draw = async () => {
      const removeDrawn = await drawChart(element, { caption, columns: [label, value], points, formatAxis, colors, onHover: setHovered })
      if (isGone) removeDrawn()
      else remove = removeDrawn
    }
    draw().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))))
    return () => {
      isGone = true
      remove?.()
    }
  }, [caption, label, value, points, formatAxis, theme])

  if (failure) throw failure
  return (
    <div className="px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle h-5 tabular-nums" aria-hidden>
        {hovered && `${hovered.label}: ${hovered.text}`}
      </Text>
      <div ref={target} className="relative min-h-60 w-full" />
    </div>
  )
}
