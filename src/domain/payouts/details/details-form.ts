/** One thing a payout method asks for. Its label is the screen's business; `name` is what errors and the API call it. */
export interface DetailsField {
  name: string
  is_required: boolean
}

/** What a payout method has to know of an affiliate, checked and shown in one place. */
export interface DetailsForm {
  fields: DetailsField[]
  /**
   * The details in their stored form, without what the form does not ask for.
   *
   * @throws InvalidInput that names the field, such as `details.iban`.
   */
  normalize(input: Record<string, unknown>): Record<string, string>
  /** What people may see of them: enough to recognise an account, not enough to use it. */
  mask(details: Record<string, string>): string
}

/** For a method that needs to know nothing. */
export const NO_DETAILS: DetailsForm = { fields: [], normalize: () => ({}), mask: () => "" }
