/** The page with a program's acceptances, filtered to one version. The table keeps its filters in the address as JSON. */
export const acceptancesPath = (version: number): string => `acceptances?version=${encodeURIComponent(JSON.stringify(String(version)))}`
