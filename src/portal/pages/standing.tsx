import type { StoreAffiliate } from "../../types"
import { Notice } from "../components/notice"
import { useTexts } from "../i18n/use-texts"

interface StandingProps {
  affiliate: StoreAffiliate
  /** Whether the agreement that holds now waits to be accepted. */
  mustAgree: boolean
}

/** What stands in the way: approval, suspension, rejection with the shop's reason, a program that rests, an agreement that waits. */
export function Standing({ affiliate: { status, status_reason, program }, mustAgree }: StandingProps) {
  const { t } = useTexts()
  const { standing } = t
  const reason = status_reason && <p>{standing.reason(status_reason)}</p>
  return (
    <>
      {status === "pending" && (
        <Notice tone="info" title={standing.pendingTitle}>
          <p>{standing.pending}</p>
        </Notice>
      )}
      {status === "suspended" && (
        <Notice tone="bad" title={standing.suspendedTitle}>
          {reason}
          <p>{standing.suspended}</p>
        </Notice>
      )}
      {status === "rejected" && (
        <Notice tone="bad" title={standing.rejectedTitle}>
          {reason}
          <p>{standing.rejected}</p>
        </Notice>
      )}
      {program.status === "paused" && <Notice tone="warning" title={standing.paused} />}
      {program.status === "archived" && <Notice tone="warning" title={standing.archived} />}
      {mustAgree && status === "active" && (
        <Notice tone="warning" title={standing.agreementTitle}>
          <p>
            {standing.agreement} <a href="#/account">{standing.toAgreement}</a>
          </p>
        </Notice>
      )}
    </>
  )
}
