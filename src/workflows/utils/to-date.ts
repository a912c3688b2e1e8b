/**
 * The time that a test gives; otherwise undefined, and the database's clock decides. A workflow keeps its input as JSON, so that a Date
 * handed to it reaches the step as text.
 */
export const givenTime = (time: Date | string | undefined): Date | undefined => (time === undefined ? undefined : new Date(time))
