import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { Breadcrumb } from "../../../components/common/breadcrumb"
import { ProgramTable } from "../../../components/programs/program-table"

const ProgramsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="affiliate_program.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="AffiliateProgramTable">
          <ProgramTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({ label: "menu.programs", translationNs: "affiliate", rank: 8 })

export const handle = { breadcrumb: () => <Breadcrumb text="menu.programs" /> }

export default ProgramsPage
