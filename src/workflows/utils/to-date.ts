/** A workflow keeps its input as JSON, so that a Date handed to it reaches the step as text. */
export const toDate = (value: Date | string): Date => new Date(value)
