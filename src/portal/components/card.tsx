import { useId, type ReactNode } from "react"

interface CardProps {
  title: string
  intro?: ReactNode
  children?: ReactNode
  className?: string
}

/** A part of a page, under a heading. */
export function Card({ title, intro, children, className }: CardProps) {
  const id = useId()
  return (
    <section className={`card stack ${className ?? ""}`} aria-labelledby={id}>
      <div className="stack-s">
        <h2 id={id}>{title}</h2>
        {intro && <p className="soft">{intro}</p>}
      </div>
      {children}
    </section>
  )
}
