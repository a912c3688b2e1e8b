import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text } from "@medusajs/ui"
import type { AdminAffiliateProgram, AdminUpdateAffiliateProgram } from "../../../../types"
import { useText } from "../../../lib/use-text"
import { AppearanceSection } from "./appearance-section"
import { AttributionSection } from "./attribution-section"
import { CommissionSection } from "./commission-section"
import { GeneralSection } from "./general-section"
import { LinksSection } from "./links-section"
import { MembersSection } from "./members-section"
import { PayoutsSection } from "./payouts-section"
import { ScheduleSection } from "./schedule-section"
import { TiersSection } from "./tiers-section"
import { useProgramForm } from "./use-program-form"

interface ProgramFormProps {
  program?: AdminAffiliateProgram
  save: (payload: AdminUpdateAffiliateProgram) => Promise<void>
}

const SECTIONS = [
  GeneralSection,
  LinksSection,
  CommissionSection,
  TiersSection,
  AttributionSection,
  MembersSection,
  ScheduleSection,
  PayoutsSection,
  AppearanceSection,
]

/** All settings of a program, new or existing, on one page. */
export const ProgramForm = ({ program, save }: ProgramFormProps) => {
  const t = useText()
  const { form, submit } = useProgramForm(save, program)

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm onSubmit={submit} className="flex h-full flex-col overflow-hidden">
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto py-16">
          <div className="divide-ui-border-base flex w-full max-w-[760px] flex-col gap-y-10 px-4 [&>section+section]:border-t [&>section+section]:pt-10">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading>{program ? t("program.editTitle", { name: program.name }) : t("program.createTitle")}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {program ? t("program.editDescription", { number: program.number }) : t("program.createDescription")}
                </Text>
              </RouteFocusModal.Description>
            </div>
            {SECTIONS.map((Section, index) => (
              <Section key={index} />
            ))}
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button size="small" variant="secondary">
              {t("common.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <Button size="small" type="submit" isLoading={form.formState.isSubmitting}>
            {t("common.save")}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
