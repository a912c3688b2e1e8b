import type { ReactNode } from "react"

interface NoticeProps {
  tone: "info" | "warning" | "bad"
  title: string
  children?: ReactNode
}

/** Something that stands above everything else of the page. */
export const Notice = ({ tone, title, children }: NoticeProps) => (
  <div className={`notice notice-${tone} stack-s`} role="status">
    <strong>{title}</strong>
    {children}
  </div>
)
