import { messageOf } from "../../../domain/errors"

/** PostgreSQL's own message. The driver puts the whole statement and ` - ` before it. */
export const driverMessage = (error: unknown): string => messageOf(error).replace(/^.* - /s, "")
