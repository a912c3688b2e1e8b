export type Tone = "neutral" | "good" | "warning" | "bad"

export const Badge = ({ tone = "neutral", children }: { tone?: Tone; children: string }) => (
  <span className={`badge badge-${tone}`}>{children}</span>
)
