import { useState } from "react"

export interface Bar {
  key: string
  label: string
  /** Only the height: what is read is `text`. */
  height: number
  text: string
}

const HEIGHT = 120

/** Bars of equal width. The one under the pointer, or the last, is told in words above them. */
export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const [chosen, setChosen] = useState<number | null>(null)
  const largest = Math.max(...bars.map(({ height }) => Math.abs(height)), 0)
  const lowest = Math.min(...bars.map(({ height }) => height), 0)
  const scale = largest === 0 ? 0 : HEIGHT / (largest + Math.abs(lowest))
  const zero = HEIGHT - Math.abs(lowest) * scale
  const width = 100 / bars.length
  const shown = bars[chosen ?? bars.length - 1]
  return (
    <figure className="bars">
      <figcaption className="bars-caption">
        <span className="soft">{shown?.label}</span> <strong className="money">{shown?.text}</strong>
      </figcaption>
      <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label} onPointerLeave={() => setChosen(null)}>
        {bars.map(({ key, height }, index) => {
          const tall = Math.abs(height) * scale
          return (
            <g key={key} className={index === (chosen ?? bars.length - 1) ? "bar chosen" : "bar"} onPointerEnter={() => setChosen(index)}>
              <rect className="bar-area" x={index * width} y={0} width={width} height={HEIGHT} />
              <rect
                className={height < 0 ? "bar-value negative" : "bar-value"}
                x={index * width + width * 0.15}
                y={height < 0 ? zero : zero - Math.max(tall, 0)}
                width={width * 0.7}
                height={Math.max(tall, height === 0 ? 0 : 1)}
              />
            </g>
          )
        })}
        <line className="bar-zero" x1="0" x2="100" y1={zero} y2={zero} />
      </svg>
      <div className="bars-ends soft">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
    </figure>
  )
}
