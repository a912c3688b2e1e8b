import { useProgram } from "../../hooks/api/programs"

export const ProgramBreadcrumb = ({ id = "" }: { id?: string }) => {
  const { data } = useProgram(id)
  return <span>{data?.affiliate_program.name ?? "…"}</span>
}
