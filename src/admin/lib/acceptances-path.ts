/** The table of acceptances under a program's page, for one version. Filters stand in the address as JSON. */
export const acceptancesPath = (version: number): string => `acceptances?version=${encodeURIComponent(JSON.stringify(String(version)))}`
