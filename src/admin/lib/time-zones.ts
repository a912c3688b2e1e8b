/** All time zones of the browser. "UTC" is added because browsers leave it out of the list. */
export const timeZones = (): string[] => [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])]
