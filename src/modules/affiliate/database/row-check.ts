import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** A statement that says what its rows are. The rows that `rows` returns have this type; tests check that they really do. */
export interface Statement<Row> {
  sql: string
  row: z.ZodType<Row>
}

export const statement = <Row>(sql: string, row: z.ZodType<Row>): Statement<Row> => ({ sql, row })

/** Columns as the database driver returns them. */
export const text = z.string()
export const integer = z.int()
export const flag = z.boolean()
export const time = z.date()
/** A `numeric` that the statement casts to text: a JavaScript number would lose digits. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a decimal as text")
export const oneOf = <const Value extends string>(...values: Value[]) => z.enum(values)

const IS_TEST = process.env.NODE_ENV === "test"

/**
 * In tests, checks the rows of a statement against what it says of them. Elsewhere it costs nothing.
 *
 * @throws MedusaError naming the statement and the column.
 */
export function checkRows({ sql, row }: Statement<unknown>, found: unknown[]): void {
  if (!IS_TEST) return
  for (const values of found) {
    const { error } = row.safeParse(values)
    if (!error) continue
    const problems = error.issues.map(({ path, message }) => `${path.join(".") || "row"}: ${message}`)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `${problems.join("; ")}, in the rows of ${sql.replace(/\s+/g, " ").trim().slice(0, 200)}`)
  }
}
