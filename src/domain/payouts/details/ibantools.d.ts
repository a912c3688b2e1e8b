/**
 * What we use of it. The package has CommonJS and ES modules, but declares its types for the latter only, and a CommonJS module could not
 * import those.
 */
declare module "ibantools" {
  export function isValidBIC(bic: string): boolean
  /** By country code in capitals. */
  export function getCountrySpecifications(): Record<string, unknown>
}
