/** The sign of a decimal string, without the detour by a float. */
export function signOf(amount: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(amount)) return 0
  return amount.startsWith("-") ? -1 : 1
}
