import { messageOf } from "../../../domain/errors"

/** PostgreSQL's own message. The driver puts the whole statement and ` - ` before it. */
export const driverMessage = (error: unknown): string => messageOf(error).replace(/^.* - /s, "")

/** Whether an error says that a unique index on `column` has the value already: it decides, also between two requests at the same time. */
export const isTaken = (error: unknown, column: string): boolean =>
  error instanceof Error && "code" in error && error.code === "23505" && "constraint" in error && String(error.constraint).includes(column)
