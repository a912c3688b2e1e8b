/** Whether an error says that a unique index on `column` has the value already: it decides, also between two requests at the same time. */
export const isTaken = (error: unknown, column: string): boolean =>
  error instanceof Error && "code" in error && error.code === "23505" && "constraint" in error && String(error.constraint).includes(column)
