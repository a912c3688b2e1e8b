import { MedusaError } from "@medusajs/framework/utils"

/**
 * Medusa's error for an id that does not exist, answered with 404: `Affiliate with id: aff_01 was not found`.
 *
 * @param field the field of the request's body that holds the id; absent where the id is in the path.
 */
export const notFound = (what: string, id: string, field?: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `${field ? `${field}: ` : ""}${what} with id: ${id} was not found`)
