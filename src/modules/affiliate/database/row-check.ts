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

export const sqlText = (of: string | Statement<unknown>): string => (typeof of === "string" ? of : of.sql)

const IS_TEST = process.env.NODE_ENV === "test"

/**
 * The rows of a statement; in tests, they are checked first against what the statement says of them. Elsewhere the check costs nothing.
 *
 * @throws MedusaError naming the statement and the column.
 */
export function checkedRows<Row>(of: string | Statement<Row>, found: Row[], isTest = IS_TEST): Row[] {
  if (!isTest || typeof of === "string") return found
  for (const values of found) {
    const { error } = of.row.safeParse(values)
    if (!error) continue
    const problems = error.issues.map(({ path, message }) => `${path.join(".") || "row"}: ${message}`).join("; ")
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `${problems}, in the rows of ${excerpt(of.sql)}`)
  }
  return found
}

const excerpt = (sql: string): string => sql.replace(/\s+/g, " ").trim().slice(0, 200)
