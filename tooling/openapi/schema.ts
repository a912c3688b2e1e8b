/** A JSON schema of draft 2020-12, as OpenAPI 3.1 takes it. */
export type Schema = Record<string, unknown>
