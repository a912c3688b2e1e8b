import { Table } from "@medusajs/ui"
import type { AdminAffiliateReplayLine } from "../../../../types"
import { AffiliateLink } from "../../affiliates/affiliate-link"
import { Difference } from "../../common/difference"
import { Money } from "../../common/money"
import { Status } from "../../common/status"

/** An affiliate's month as recorded and as recalculated. Shows the outcome where it changes, or where it is withheld. */
export const ReplayLineRow = ({ line, name }: { line: AdminAffiliateReplayLine; name?: string }) => {
  const { affiliate_id, affiliate_code, currency_code, actual_outcome, outcome } = line
  return (
    <Table.Row>
      <Table.Cell className="max-w-[190px]">
        <AffiliateLink id={affiliate_id} code={affiliate_code} name={name} />
      </Table.Cell>
      <Table.Cell className="text-right">
        <Money amount={line.actual_amount} currencyCode={currency_code} />
        {(actual_outcome === "withheld" || actual_outcome !== outcome) && <Status kind="line" status={actual_outcome} />}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Money amount={line.replayed_amount} currencyCode={currency_code} />
        {(outcome === "withheld" || actual_outcome !== outcome) && <Status kind="line" status={outcome} />}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Difference amount={line.difference} currencyCode={currency_code} />
      </Table.Cell>
    </Table.Row>
  )
}
