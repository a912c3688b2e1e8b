import { Button, Text } from "@medusajs/ui"
import type { AdminAffiliate } from "../../../types"
import { customerName } from "../../lib/customer-name"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"
import { PageLink } from "../common/page-link"
import { ApplicationAnswers } from "./application-answers"

interface ApplicationCardProps {
  affiliate: AdminAffiliate
  onDecide: (change: "approve" | "reject") => void
}

/** Somebody who wants to become an affiliate, with what they wrote. */
export const ApplicationCard = ({ affiliate, onDecide }: ApplicationCardProps) => {
  const t = useText()
  const { customer, program } = affiliate
  return (
    <article className="flex flex-col gap-4 px-6 py-4 lg:flex-row lg:items-start lg:justify-between">
      <div className="flex min-w-0 flex-1 flex-col gap-y-3">
        <div>
          <Text size="small" weight="plus" className="break-words">
            <PageLink to={`/affiliates/${affiliate.id}`}>{customer ? customerName(customer) : affiliate.code}</PageLink>
          </Text>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {[customer?.email, program.name].filter(Boolean).join(" · ")}
          </Text>
        </div>
        <ApplicationAnswers application={affiliate.application} />
      </div>
      <div className="flex shrink-0 items-center gap-x-2">
        <Text size="small" className="text-ui-fg-subtle pr-2">
          <Moment at={affiliate.created_at} timeZone={program.timezone} />
        </Text>
        <Button size="small" variant="secondary" onClick={() => onDecide("reject")}>
          {t("affiliate.changes.reject.label")}
        </Button>
        <Button size="small" onClick={() => onDecide("approve")}>
          {t("affiliate.changes.approve.label")}
        </Button>
      </div>
    </article>
  )
}
