import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import type { AdminAffiliateProgram, AdminUpdateAffiliateProgram } from "../../../types"
import { useUpdateProgram } from "../../hooks/api/programs"
import { useText } from "../../lib/use-text"
import { ProgramForm } from "./form/program-form"

/** Rendered inside the modal, because only components inside it can close it. */
export const EditProgram = ({ program }: { program: AdminAffiliateProgram }) => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useUpdateProgram(program.id)

  const save = async (payload: AdminUpdateAffiliateProgram) => {
    await mutateAsync(payload)
    toast.success(t("program.saved"))
    handleSuccess()
  }
  return <ProgramForm program={program} save={save} />
}
