import { FetchError } from "@medusajs/js-sdk"

/** The policies without which Medusa refused a request, empty where it names none. Undefined for every other error. */
export function missingPolicies(error: Error | null): string | undefined {
  if (!(error instanceof FetchError) || error.status !== 403) return undefined
  return error.message.split("Required policies: ")[1] ?? ""
}
