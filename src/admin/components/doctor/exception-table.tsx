import { Table } from "@medusajs/ui"
import type { AdminAffiliateInvariantException } from "../../../types"
import { useProblemText } from "../../lib/use-problem-text"
import { ExceptionValue } from "./exception-value"

/** The ids in the order in which they first appear. `expected` and `found` are not among them: the table shows these last. */
function idColumns(exceptions: AdminAffiliateInvariantException[]): string[] {
  const all = new Set(exceptions.flatMap((exception) => Object.keys(exception)))
  return [...all].filter((column) => !["problem", "expected", "found"].includes(column))
}

/** The exceptions of an invariant, one per row. */
export const ExceptionTable = ({ exceptions }: { exceptions: AdminAffiliateInvariantException[] }) => {
  const text = useProblemText()
  const columns = [...idColumns(exceptions), "expected", "found"]
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {["problem", ...columns].map((column) => (
              <Table.HeaderCell key={column}>{text.column(column)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {exceptions.map((exception, index) => (
            <Table.Row key={index}>
              <Table.Cell>{text.problem(exception.problem)}</Table.Cell>
              {columns.map((column) => (
                <Table.Cell key={column}>
                  <ExceptionValue exception={exception} column={column} />
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
