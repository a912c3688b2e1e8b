import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Text } from "@medusajs/ui"
import type { AdminInviteAffiliatesResponse } from "../../../types"
import { useText } from "../../lib/use-text"
import { InvitationLink } from "./invitation-link"

/** What became of each line, with the links: they are shown only here. */
export const InvitationResults = ({ results }: { results: AdminInviteAffiliatesResponse["results"] }) => {
  const t = useText()
  return (
    <>
      <RouteDrawer.Header>
        <RouteDrawer.Title>{t("invitation.results")}</RouteDrawer.Title>
        <RouteDrawer.Description asChild>
          <Text size="small" className="text-ui-fg-subtle">
            {t("invitation.resultsDescription")}
          </Text>
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      <RouteDrawer.Body className="flex-1 overflow-y-auto">
        <ul className="divide-ui-border-base divide-y">
          {results.map((result, index) => (
            <li key={index} className="py-3">
              {result.outcome === "invited" ? (
                <InvitationLink {...result} />
              ) : (
                <>
                  <Text size="small" weight="plus" className="break-all">
                    {result.email || "-"}
                  </Text>
                  <Text size="small" className="text-ui-fg-error">
                    {t(`invitation.refusals.${result.reason}`)}
                  </Text>
                </>
              )}
            </li>
          ))}
        </ul>
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("common.close")}
          </Button>
        </RouteDrawer.Close>
      </RouteDrawer.Footer>
    </>
  )
}
