import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { AcceptanceTable } from "../../../../../components/agreements/acceptance-table"
import { useText } from "../../../../../lib/use-text"

const AcceptancesPage = () => {
  const t = useText()
  const { id = "" } = useParams()
  return (
    <RouteFocusModal>
      <RouteFocusModal.Header>
        <RouteFocusModal.Title asChild>
          <span className="sr-only">{t("agreement.acceptances")}</span>
        </RouteFocusModal.Title>
      </RouteFocusModal.Header>
      <RouteFocusModal.Body className="overflow-y-auto p-4">
        <AcceptanceTable programId={id} />
      </RouteFocusModal.Body>
    </RouteFocusModal>
  )
}

export default AcceptancesPage
