import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import type { AdminUpdateAffiliateProgram } from "../../../types"
import { useCreateProgram } from "../../hooks/api/programs"
import { useText } from "../../lib/use-text"
import { ProgramForm } from "./form/program-form"

/** Rendered inside the modal, because only components inside it can close it. */
export const CreateProgram = () => {
  const t = useText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useCreateProgram()

  const save = async (payload: AdminUpdateAffiliateProgram) => {
    const { affiliate_program } = await mutateAsync(payload)
    toast.success(t("program.created", { name: affiliate_program.name }))
    handleSuccess(`/affiliates/programs/${affiliate_program.id}`)
  }
  return <ProgramForm save={save} />
}
